package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * The delivery record of a deal, projected from the same evidence as its commitments.
 *
 * @param status ready once nothing is missing
 * @param timeline milestones said
 * @param commitments ids of the open commitments of both sides
 * @param unanswered requests to us that nobody answered
 * @param missing what keeps it blocked, one line each
 */
public record Handoff(
        AccountId account,
        DealId deal,
        String dealName,
        DealStage stage,
        @Nullable Instant closedAt,
        @Nullable Party dealOwner,
        Status status,
        List<Candidate.ScopeStatement> scope,
        List<Candidate.Milestone> timeline,
        List<Candidate.ContextNote> context,
        List<CommitmentId> commitments,
        List<Candidate.Request> unanswered,
        List<String> missing) {
    /** Whether delivery can start from it. */
    public enum Status {
        READY,
        BLOCKED
    }

    public Handoff {
        Check.present("account of a handoff", account);
        Check.present("deal of a handoff", deal);
        Check.text("deal name of a handoff", dealName);
        Check.present("stage of a handoff", stage);
        Check.present("status of a handoff", status);
        scope = Check.list(scope);
        timeline = Check.list(timeline);
        context = Check.list(context);
        commitments = Check.list(commitments);
        unanswered = Check.list(unanswered);
        missing = Check.list(missing);
    }
}
