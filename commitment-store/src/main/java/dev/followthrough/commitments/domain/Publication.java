package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Handoff;

import org.jspecify.annotations.Nullable;

/** Something that leaves the ledger; an absent record is a tombstone. */
public sealed interface Publication {
    /** A commitment is now this, or gone. */
    record OfCommitment(CommitmentId id, @Nullable Commitment commitment) implements Publication {}

    /** What happened to a commitment. */
    record OfEvent(CommitmentEvent event) implements Publication {}

    /** A deal's handoff is now this, or gone. */
    record OfHandoff(AccountId account, DealId deal, @Nullable Handoff handoff)
            implements Publication {}

    /** An account's summary is now this, or gone. */
    record OfAccount(AccountId account, @Nullable AccountSummary summary) implements Publication {}
}
