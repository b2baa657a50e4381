package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Counts of an account's commitments, as {@code AccountSummary} shows them. */
public record Tally(int openOurs, int openCustomer, int onTime, int late) {
    static final Tally NONE = new Tally(0, 0, 0, 0);

    /** With this commitment counted {@code by} more times: 1 or -1. */
    Tally plus(Kept kept, int by) {
        Commitment commitment = kept.commitment();
        if (commitment.isOpen()) {
            return commitment.side() == Side.CUSTOMER
                    ? new Tally(openOurs, openCustomer + by, onTime, late)
                    : new Tally(openOurs + by, openCustomer, onTime, late);
        }
        if (commitment.state() != CommitmentState.FULFILLED) {
            return this;
        }
        return isLate(commitment, kept.closed())
                ? new Tally(openOurs, openCustomer, onTime, late + by)
                : new Tally(openOurs, openCustomer, onTime + by, late);
    }

    private static boolean isLate(Commitment commitment, @Nullable Instant closed) {
        Due due = commitment.due();
        Instant at = due == null ? null : due.at();
        return at != null && closed != null && closed.isAfter(at);
    }
}
