package dev.followthrough.contracts.model;

/**
 * A statement that still stands and disagrees with the commitment.
 *
 * @param kind what disagrees
 * @param evidence the other statement's words
 */
public record Contradiction(Kind kind, Evidence evidence) {
    /** What can disagree. */
    public enum Kind {
        /** Another due told to the same hearer, never taken back. */
        DUE,
        /** Stated out of scope. */
        OUT_OF_SCOPE,
        /** Beyond a stated limit. */
        LIMIT
    }

    public Contradiction {
        Check.present("kind of a contradiction", kind);
        Check.present("evidence of a contradiction", evidence);
    }
}
