package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Severity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How loudly one reason speaks, and when it is raised again.
 *
 * @param enabled whether the reason is looked for at all
 * @param severity of the first look
 * @param raises further looks, by rising age of the cause
 */
public record ReasonRule(boolean enabled, Severity severity, List<Raise> raises) {
    /**
     * Raised again.
     *
     * @param after age of the cause at which it is raised
     * @param severity from then on
     */
    public record Raise(Duration after, Severity severity) {}

    public ReasonRule {
        raises = List.copyOf(raises);
    }

    /** How often a cause of this age has been raised, from 0. */
    int stepAt(Instant since, Instant now) {
        return (int)
                raises.stream().filter(raise -> !since.plus(raise.after()).isAfter(now)).count();
    }

    Severity severityOf(int step) {
        return step == 0 ? severity : raises.get(Math.min(step, raises.size()) - 1).severity();
    }

    /** When a cause that was raised this often is raised next. */
    Optional<Instant> raiseAfter(int step, Instant since) {
        return step < raises.size()
                ? Optional.of(since.plus(raises.get(step).after()))
                : Optional.empty();
    }
}
