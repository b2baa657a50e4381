package dev.followthrough.contracts.model;

/**
 * Whose side a party stands on. The source gives a hint; attribution resolves it against the
 * directory.
 */
public enum Side {
    OURS,
    CUSTOMER,
    UNKNOWN
}
