package dev.followthrough.contracts.model;

/**
 * Where a commitment stands. Overdue, stale or unowned are questions about it and an instant, never
 * states.
 */
public enum CommitmentState {
    OPEN,
    FULFILLED,
    WITHDRAWN,
    DISMISSED
}
