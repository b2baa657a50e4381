package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.EscalationReason;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;

/**
 * A reason to look, and the span of time in which it holds. Causes follow from the subject alone;
 * the clock only chooses among them.
 *
 * @param from first instant at which it holds
 * @param until first instant at which it holds no more; absent where only a change of the subject
 *     ends it
 * @param since the cause's own instant, for its age: when it became due, fell silent, was said
 */
record Cause(EscalationReason reason, Instant from, @Nullable Instant until, Instant since) {
    static Cause span(EscalationReason reason, Instant from, @Nullable Instant until) {
        return new Cause(reason, from, until, from);
    }

    boolean holdsAt(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }

    /** The next instant after now at which the answer of {@link #holdsAt} changes. */
    Optional<Instant> turnsAfter(Instant now) {
        if (until != null && !until.isAfter(from)) {
            return Optional.empty();
        }
        if (from.isAfter(now)) {
            return Optional.of(from);
        }
        return Optional.ofNullable(until).filter(end -> end.isAfter(now));
    }
}
