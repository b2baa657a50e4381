package dev.followthrough.contracts.model;

/** What a piece of evidence did to its commitment. */
public enum Role {
    MADE,
    RESTATED,
    ACCEPTED,
    REASSIGNED,
    RESCHEDULED,
    FULFILLED,
    WITHDRAWN
}
