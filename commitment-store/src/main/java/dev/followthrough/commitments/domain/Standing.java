package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What an open commitment's condition depends on, small, so that all open ones can be counted
 * without reading them whole.
 *
 * @param bound whether a person or a team is bound, or somebody was put in charge
 */
public record Standing(
        CommitmentId id,
        Side side,
        boolean bound,
        boolean disputed,
        @Nullable Instant due,
        Instant made,
        Instant touched) {
    static Standing of(Commitment open) {
        Due due = open.due();
        return new Standing(
                open.id(),
                open.side(),
                !(open.promisor() instanceof Doer.Nobody && open.owner() instanceof Owner.None),
                !open.contradictions().isEmpty(),
                due == null ? null : due.at(),
                open.firstSaid(),
                open.lastActivity());
    }
}
