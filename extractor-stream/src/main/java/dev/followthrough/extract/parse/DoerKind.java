package dev.followthrough.extract.parse;

/** Whom a clause makes act, by its grammar. */
public enum DoerKind {
    I,
    WE,
    YOU,
    /** A person by name. */
    NAMED,
    /** A team by name: the product team, legal. */
    TEAM,
    /** He, she, they. */
    THIRD,
    /** Someone, nobody, one of us. */
    SOMEONE,
    /** A thing is the subject. */
    THING,
    /** An order: no subject before a base verb. */
    IMPERATIVE,
    /** The subject was dropped: “will send”, “sending now”. */
    DROPPED,
    /** No verb at all. */
    NONE
}
