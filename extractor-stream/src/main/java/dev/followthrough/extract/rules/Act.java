package dev.followthrough.extract.rules;

/** What a rule finds; one for each kind of candidate. */
public enum Act {
    PROMISE,
    ACCEPTANCE,
    REQUEST,
    FULFILMENT,
    RESCHEDULING,
    REASSIGNMENT,
    WITHDRAWAL,
    MILESTONE,
    SCOPE,
    CONTEXT,
    /** Nothing: a construction that only looks like something; it warns the judge. */
    LOOKALIKE
}
