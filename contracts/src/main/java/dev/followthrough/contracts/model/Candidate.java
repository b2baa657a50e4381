package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Something found in a signal that may matter, with the exact words and how sure we are.
 *
 * <p>{@code matter} holds what it is about: lower-case content words, sorted, without duplicates;
 * it is what mentions of one promise share. {@code about} names the signal in the reply context
 * that a follow-up speaks of, where the conversation decides it.
 */
public sealed interface Candidate {
    Evidence evidence();

    /** Calibrated, 0…1: of those at 0.8, four in five are right. */
    double confidence();

    /** A candidate that can open or touch a commitment. */
    sealed interface Follow extends Candidate {
        List<String> matter();

        @Nullable SignalId about();
    }

    /** Somebody binds themselves, a colleague, a team or their organisation. */
    record Promise(
            Evidence evidence,
            double confidence,
            Doer promisor,
            Side side,
            String action,
            @Nullable Party promisee,
            @Nullable Due due,
            Modality modality,
            @Nullable String condition,
            @Nullable String recurrence,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Promise {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("promisor", promisor);
            Check.present("side", side);
            Check.text("action", action);
            Check.present("modality", modality);
            matter = Check.list(matter);
        }
    }

    /** Somebody asks another to act; side is the side that is asked. */
    record Request(
            Evidence evidence,
            double confidence,
            Doer asked,
            Side side,
            String action,
            @Nullable Due due,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Request {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("asked", asked);
            Check.present("side", side);
            Check.text("action", action);
            matter = Check.list(matter);
        }
    }

    /** Somebody takes on a request; carries the whole request: its words, due and evidence. */
    record Acceptance(
            Evidence evidence,
            double confidence,
            Request request,
            Doer promisor,
            Side side,
            String action,
            @Nullable Due due,
            Modality modality,
            @Nullable String condition,
            List<String> matter)
            implements Follow {
        public Acceptance {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("request", request);
            Check.present("promisor", promisor);
            Check.present("side", side);
            Check.text("action", action);
            Check.present("modality", modality);
            matter = Check.list(matter);
        }

        @Override
        public SignalId about() {
            return request.evidence().signal();
        }
    }

    /** Something promised is reported done. */
    record Fulfilment(
            Evidence evidence,
            double confidence,
            Doer doer,
            Side side,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Fulfilment {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("doer", doer);
            Check.present("side", side);
            matter = Check.list(matter);
        }
    }

    /** A promised date moves. */
    record Rescheduling(
            Evidence evidence,
            double confidence,
            Doer doer,
            Side side,
            @Nullable Due due,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Rescheduling {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("doer", doer);
            Check.present("side", side);
            matter = Check.list(matter);
        }
    }

    /** A promise gets another doer. */
    record Reassignment(
            Evidence evidence,
            double confidence,
            Doer to,
            Side side,
            @Nullable Due due,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Reassignment {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("to", to);
            Check.present("side", side);
            matter = Check.list(matter);
        }
    }

    /** A promise is taken back. */
    record Withdrawal(
            Evidence evidence,
            double confidence,
            Doer doer,
            Side side,
            List<String> matter,
            @Nullable SignalId about)
            implements Follow {
        public Withdrawal {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("doer", doer);
            Check.present("side", side);
            matter = Check.list(matter);
        }
    }

    /** An event gets its date: “go-live is 3 June”. */
    record Milestone(Evidence evidence, double confidence, String event, @Nullable Due due)
            implements Candidate {
        public Milestone {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.text("event", event);
        }
    }

    /**
     * What is in, out, limited or needed.
     *
     * @param item as a person would write it: the text's words in their order
     * @param matter empty where an earlier version wrote it: then the item holds these words
     * @param limit how much; absent where it is no limit, its words give no number, or an earlier
     *     version wrote it
     */
    record ScopeStatement(
            Evidence evidence,
            double confidence,
            Polarity polarity,
            String item,
            List<String> matter,
            @Nullable Limit limit)
            implements Candidate {
        public ScopeStatement {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("polarity", polarity);
            Check.text("item", item);
            matter = Check.list(matter);
        }
    }

    /** What the next team must know. */
    record ContextNote(Evidence evidence, double confidence, ContextCategory category)
            implements Candidate {
        public ContextNote {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.present("category", category);
        }
    }

    /**
     * A kind that this reader does not know yet; kept and passed on as it came.
     *
     * @param type the kind's name as written
     * @param json the whole candidate, canonical JSON
     */
    record Unknown(Evidence evidence, double confidence, String type, String json)
            implements Candidate {
        public Unknown {
            Check.present("evidence", evidence);
            confidence = Check.confidence(confidence);
            Check.text("type", type);
            Check.text("json", json);
        }
    }
}
