package dev.followthrough.contracts.model;

/** How loudly an escalation speaks. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
