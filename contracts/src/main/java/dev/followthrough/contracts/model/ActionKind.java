package dev.followthrough.contracts.model;

/** What a person decided. */
public enum ActionKind {
    ASSIGN,
    DONE,
    REOPEN,
    SNOOZE,
    ACKNOWLEDGE,
    SET_DUE,
    NOT_A_COMMITMENT
}
