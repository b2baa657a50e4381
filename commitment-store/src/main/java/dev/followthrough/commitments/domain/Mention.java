package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.MentionId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One thing said that opens or touches a commitment, as the tree knows it.
 *
 * @param order place among all mentions of the account; also its key
 * @param medium kind of the signal it stands in
 * @param told whether the customer said or heard it
 * @param candidate its words; absent for a {@link MentionKind#TICK}
 * @param target signal that it speaks about, where the conversation decides that
 * @param words what it is about, as matching sees them
 * @param decisions human decisions on it, by (at, id)
 */
public record Mention(
        String order,
        MentionKind kind,
        MentionId id,
        ConversationId conversation,
        @Nullable DealId deal,
        SignalKind medium,
        Instant at,
        Party author,
        boolean told,
        @Nullable Candidate candidate,
        @Nullable SignalId target,
        List<String> words,
        List<Action> decisions) {
    public Mention {
        words = List.copyOf(words);
        decisions = List.copyOf(decisions);
    }

    boolean opens() {
        return kind.opens();
    }

    boolean isTask() {
        return medium == SignalKind.TASK;
    }

    @Nullable Evidence evidence() {
        return candidate == null ? null : candidate.evidence();
    }

    /** Who is bound, did it, or is put in charge. */
    Doer doer() {
        if (candidate == null) {
            return new Doer.Person(author);
        }
        return switch (candidate) {
            case Candidate.Promise promise -> promise.promisor();
            case Candidate.Acceptance acceptance -> acceptance.promisor();
            case Candidate.Fulfilment fulfilment -> fulfilment.doer();
            case Candidate.Rescheduling rescheduling -> rescheduling.doer();
            case Candidate.Reassignment reassignment -> reassignment.to();
            case Candidate.Withdrawal withdrawal -> withdrawal.doer();
            case Candidate.Request request -> request.asked();
            case Candidate other -> new Doer.Person(author);
        };
    }

    Side side() {
        if (candidate == null) {
            return author.side();
        }
        return switch (candidate) {
            case Candidate.Promise promise -> promise.side();
            case Candidate.Acceptance acceptance -> acceptance.side();
            case Candidate.Fulfilment fulfilment -> fulfilment.side();
            case Candidate.Rescheduling rescheduling -> rescheduling.side();
            case Candidate.Reassignment reassignment -> reassignment.side();
            case Candidate.Withdrawal withdrawal -> withdrawal.side();
            case Candidate.Request request -> request.side();
            case Candidate other -> author.side();
        };
    }

    @Nullable Due due() {
        if (candidate == null) {
            return null;
        }
        return switch (candidate) {
            case Candidate.Promise promise -> promise.due();
            case Candidate.Acceptance acceptance ->
                    acceptance.due() != null ? acceptance.due() : impliedBy(acceptance.request());
            case Candidate.Rescheduling rescheduling -> rescheduling.due();
            case Candidate.Reassignment reassignment -> reassignment.due();
            case Candidate.Request request -> request.due();
            case Candidate other -> null;
        };
    }

    private static @Nullable Due impliedBy(Candidate.Request request) {
        Due due = request.due();
        return due == null ? null : due.asImplied();
    }
}
