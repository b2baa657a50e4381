package dev.followthrough.contracts.model;

/** Where a signal comes from; the last name segment of its topic. */
public enum Source {
    SLACK,
    EMAIL,
    MEETING,
    CRM,
    SUPPORT,
    EVENT
}
