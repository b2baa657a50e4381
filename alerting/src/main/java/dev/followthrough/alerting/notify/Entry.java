package dev.followthrough.alerting.notify;

import dev.followthrough.alerting.domain.Versions;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What is wanted and what stands under one key.
 *
 * @param stands as last written
 * @param offset of that in the log; what is read from before it is older news
 * @param sure whether everything that was sent is written down; else it is looked up before
 *     anything is sent again
 */
record Entry(@Nullable Message wanted, @Nullable Delivery stands, long offset, boolean sure) {
    static final Entry EMPTY = new Entry(null, null, -1, false);

    Entry wanting(@Nullable Message message) {
        return new Entry(message, stands, offset, sure);
    }

    Entry standing(Delivery delivery, long at, boolean certain) {
        return new Entry(wanted, delivery, at, certain);
    }

    Entry doubted() {
        return new Entry(wanted, stands, offset, false);
    }

    Entry assured() {
        return new Entry(wanted, stands, offset, true);
    }

    Message message() {
        return Objects.requireNonNull(wanted, "a step has a wanted message");
    }

    Delivery delivery() {
        return Objects.requireNonNull(stands, "a step after the intent has a delivery");
    }

    /** What to do next; {@code knows} tells ids of the destination's medium from others. */
    Step next(Predicate<String> knows) {
        if (wanted == null) {
            return Step.NOTHING;
        }
        if (stands == null) {
            return wanted.standing() ? Step.INTEND : Step.NOTHING;
        }
        if (stands.posted() == null) {
            return unposted(wanted, stands);
        }
        if (!knows.test(stands.posted())) {
            return wanted.standing() ? Step.INTEND : Step.NOTHING;
        }
        if (!wanted.version().equals(stands.version())) {
            return opensAnew(wanted, stands) ? Step.INTEND : Step.UPDATE;
        }
        if (stands.logged() < wanted.log().size()) {
            return sure ? Step.REPLY : Step.COUNT;
        }
        return Step.NOTHING;
    }

    /** A refusal says for certain that nothing was posted: that need not be looked up. */
    private Step unposted(Message wanted, Delivery stands) {
        boolean certain = sure || stands.error() != null;
        if (!wanted.standing()) {
            return certain ? Step.NOTHING : Step.FIND;
        }
        if (stands.error() != null) {
            return Step.INTEND;
        }
        return certain ? Step.POST : Step.FIND;
    }

    /** A resolved message is history: what comes after it is a new one. */
    private static boolean opensAnew(Message wanted, Delivery stands) {
        return wanted.standing()
                && stands.version() != null
                && Versions.isResolved(stands.version());
    }

    /** The delivery to write before a post. */
    Delivery intent(String deployment, Instant now) {
        Message message = message();
        Attempt attempt =
                stands == null
                        ? Attempt.first(deployment, message.destination(), message.escalation())
                        : stands.posted() == null
                                ? Attempt.parse(stands.attempt())
                                : Attempt.parse(stands.attempt()).next();
        return new Delivery(
                message.destination(),
                message.escalation(),
                attempt.toString(),
                null,
                null,
                0,
                null,
                now);
    }

    /** The same where the medium shows that another version stands than was written down. */
    Entry reading(String version) {
        Delivery delivery = delivery();
        Delivery read =
                new Delivery(
                        delivery.destination(),
                        delivery.escalation(),
                        delivery.attempt(),
                        delivery.posted(),
                        version,
                        delivery.logged(),
                        delivery.error(),
                        delivery.at());
        return new Entry(wanted, read, offset, false);
    }
}
