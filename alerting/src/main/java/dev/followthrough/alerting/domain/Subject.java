package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Handoff;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;

/** What can be escalated: a commitment with the deal it belongs to, or a deal as a whole. */
public sealed interface Subject {
    AccountId account();

    /** Stable id of the subject: the commitment's or the deal's. */
    String id();

    /**
     * A commitment.
     *
     * @param deal the delivery record of the won deal that it belongs to; absent where there is
     *     none, or none is won
     */
    record OfCommitment(Commitment commitment, @Nullable Handoff deal) implements Subject {
        @Override
        public AccountId account() {
            return commitment.account();
        }

        @Override
        public String id() {
            return commitment.id().value();
        }
    }

    /** A deal as a whole. */
    record OfDeal(Handoff handoff) implements Subject {
        @Override
        public AccountId account() {
            return handoff.account();
        }

        @Override
        public String id() {
            return handoff.deal().value();
        }
    }

    /** The commitment with the first of these deals, by id, that is won and claims it. */
    static OfCommitment of(Commitment commitment, Collection<Handoff> deals) {
        Handoff won =
                deals.stream()
                        .filter(deal -> deal.stage() == DealStage.WON && claims(deal, commitment))
                        .min(Comparator.comparing(Handoff::deal))
                        .orElse(null);
        return new OfCommitment(commitment, won);
    }

    private static boolean claims(Handoff deal, Commitment commitment) {
        return deal.account().equals(commitment.account())
                && (deal.deal().equals(commitment.deal())
                        || deal.commitments().contains(commitment.id()));
    }
}
