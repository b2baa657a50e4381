package dev.followthrough.contracts.model;

/** What a scope statement says of its item. */
public enum Polarity {
    IN,
    OUT,
    /** In, up to a number. */
    LIMIT,
    /** A need that nobody has formally scoped. */
    UNSCOPED,
    /** What done means. */
    ACCEPTANCE_CRITERION,
    /** What must be there before our work can start. */
    DEPENDENCY,
    /** A system to connect to. */
    INTEGRATION
}
