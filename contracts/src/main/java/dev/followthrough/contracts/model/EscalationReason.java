package dev.followthrough.contracts.model;

/** Why somebody should look now. Definitions and thresholds are the escalation policy's. */
public enum EscalationReason {
    UNOWNED,
    STALE,
    DUE_SOON,
    OVERDUE,
    CONFLICT,
    HANDOFF_GAP
}
