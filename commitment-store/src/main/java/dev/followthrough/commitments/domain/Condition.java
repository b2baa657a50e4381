package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Side;

import java.time.Duration;
import java.time.Instant;

/**
 * A question about an open commitment of our side and an instant; never stored. The spans are those
 * of the default alerting policy.
 */
public enum Condition {
    UNOWNED,
    STALE,
    DUE_SOON,
    OVERDUE,
    CONFLICT;

    /** Nobody bound so long after it was made is unowned. */
    static final Duration UNOWNED_AFTER = Duration.ofHours(24);

    /** Nothing said about it for so long is stale. */
    static final Duration STALE_AFTER = Duration.ofDays(7);

    static final Duration SOON = Duration.ofHours(48);

    /** Whether it holds of this commitment at this instant. */
    public boolean holds(Standing open, Instant now) {
        if (open.side() == Side.CUSTOMER) {
            return false;
        }
        Instant due = open.due();
        boolean late = due != null && due.isBefore(now);
        return switch (this) {
            case UNOWNED -> !open.bound() && open.made().plus(UNOWNED_AFTER).isBefore(now);
            case STALE -> !late && open.touched().plus(STALE_AFTER).isBefore(now);
            case DUE_SOON -> due != null && !late && !due.isAfter(now.plus(SOON));
            case OVERDUE -> late;
            case CONFLICT -> open.disputed();
        };
    }
}
