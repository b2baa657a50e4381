package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Something that somebody should look at, from opening to resolution.
 *
 * @param id subject and reason: opens once, resolves once
 * @param subject what it is about
 * @param step how often it was raised further, from 0
 * @param owner who carries the commitment, for routing
 * @param since the cause's own instant: when it became due, fell silent …
 * @param words what people are shown
 * @param fresh whether the cause was recent enough, when first seen, to interrupt somebody; else it
 *     goes to the account's summary
 */
public record Escalation(
        EscalationId id,
        AccountId account,
        Subject subject,
        EscalationReason reason,
        Severity severity,
        int step,
        State state,
        @Nullable Party owner,
        Instant since,
        boolean fresh,
        Words words) {

    /**
     * A commitment, or a deal as a whole.
     *
     * @param mention where the commitment's root was said, so that a click names it without a
     *     look-up
     */
    public record Subject(
            @Nullable CommitmentId commitment,
            @Nullable DealId deal,
            @Nullable MentionId mention,
            @Nullable ConversationId conversation) {
        public Subject {
            Check.that(
                    commitment != null || deal != null,
                    "subject of an escalation",
                    "be a commitment or a deal",
                    null);
        }
    }

    /** Where it stands. */
    public sealed interface State {
        /** Waits for somebody. */
        record Open(Instant at) implements State {}

        /** Seen by a person. */
        record Acknowledged(Instant at) implements State {}

        /** Quiet until an instant. */
        record Snoozed(Instant until) implements State {}

        /** The cause is gone. */
        record Resolved(Instant at) implements State {}
    }

    /**
     * What people are shown.
     *
     * @param what the commitment's title or the deal
     * @param why the reason in a sentence with its dates
     * @param quote exact words, where a commitment is the subject
     * @param ref where the words stand
     * @param next what would resolve it
     */
    public record Words(
            String what, String why, @Nullable String quote, @Nullable String ref, String next) {
        public Words {
            Check.text("what of an escalation", what);
            Check.text("why of an escalation", why);
            Check.text("next step of an escalation", next);
        }
    }

    public Escalation {
        Check.present("escalation id", id);
        Check.present("account of an escalation", account);
        Check.present("subject of an escalation", subject);
        Check.present("reason of an escalation", reason);
        Check.present("severity of an escalation", severity);
        Check.that(step >= 0, "step of an escalation", "be 0 or more", step);
        Check.present("state of an escalation", state);
        Check.present("since of an escalation", since);
        Check.present("words of an escalation", words);
    }
}
