package dev.followthrough.commitments.domain;

/**
 * What a mention does to the commitment it belongs to; the order breaks ties within an utterance.
 */
public enum MentionKind {
    PROMISE,
    ACCEPTANCE,
    RESCHEDULING,
    REASSIGNMENT,
    WITHDRAWAL,
    FULFILMENT,
    /** An open task that carries the promise. */
    TASK,
    /** A check mark put under a message. */
    TICK;

    /** Whether a commitment can start with it. */
    boolean opens() {
        return this == PROMISE || this == ACCEPTANCE;
    }
}
