package dev.followthrough.contracts.model;

/** What kind of thing was said. */
public enum SignalKind {
    MAIL,
    CHAT,
    TURN,
    NOTE,
    CALL,
    TASK,
    TICKET,
    DOCUMENT,
    RECORD,
    REACTION
}
