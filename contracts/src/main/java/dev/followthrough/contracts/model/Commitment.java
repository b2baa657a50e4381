package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A promise with an owner, a due date and the exact words: one fold over the tree of its mentions,
 * then over human decisions.
 *
 * @param id {@code <account>~<hash of the root mention>}
 * @param formerIds ids it had when earlier evidence, a merge or a move gave another root
 * @param title short infinitive: “send the SOC 2 report”
 * @param promisor who bound themselves; never changes with the owner
 * @param owner who carries it now
 * @param due latest instant that meets it, or the event it waits for; absent where none was said
 * @param earlierDues dues it had before it was rescheduled, oldest first
 * @param confidence of the mention that opened it, 0…1
 * @param acknowledged when a person said they have seen it
 * @param snoozedUntil no alert before this instant
 * @param firstSaid when it was made (an accepted request: when it was accepted)
 * @param lastActivity when it was last touched by words or a decision
 * @param evidence in (said_at, signal, utterance) order, with roles
 * @param contradictions statements that still stand and disagree
 * @param decisions human decisions that apply, by (at, id)
 * @param version hash of the content: two equal ones are the same bytes
 */
public record Commitment(
        CommitmentId id,
        List<CommitmentId> formerIds,
        AccountId account,
        @Nullable DealId deal,
        String title,
        Side side,
        Doer promisor,
        Owner owner,
        @Nullable Party promisee,
        @Nullable Due due,
        List<Due> earlierDues,
        Modality modality,
        @Nullable String condition,
        @Nullable String recurrence,
        double confidence,
        CommitmentState state,
        @Nullable Instant acknowledged,
        @Nullable Instant snoozedUntil,
        Instant firstSaid,
        Instant lastActivity,
        ConversationId conversation,
        List<Link> evidence,
        List<Contradiction> contradictions,
        List<Action> decisions,
        String version) {
    public Commitment {
        Check.present("commitment id", id);
        formerIds = Check.list(formerIds);
        Check.present("account of a commitment", account);
        Check.text("title of a commitment", title);
        Check.present("side of a commitment", side);
        Check.present("promisor of a commitment", promisor);
        Check.present("owner of a commitment", owner);
        earlierDues = Check.list(earlierDues);
        Check.present("modality of a commitment", modality);
        confidence = Check.confidence(confidence);
        Check.present("state of a commitment", state);
        Check.present("first_said of a commitment", firstSaid);
        Check.present("last_activity of a commitment", lastActivity);
        Check.present("conversation of a commitment", conversation);
        evidence = Check.list(evidence);
        Check.that(!evidence.isEmpty(), "evidence of a commitment", "not be empty", id);
        contradictions = Check.list(contradictions);
        decisions = Check.list(decisions);
        version = version == null ? "" : version;
    }

    public boolean isOpen() {
        return state == CommitmentState.OPEN;
    }
}
