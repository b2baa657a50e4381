package dev.followthrough.contracts.model;

/** How firmly somebody bound themselves. */
public enum Modality {
    /** Bound without reserve. */
    FIRM,
    /** Bound once a condition holds. */
    CONDITIONAL,
    /** Weakened: try, hope, aim, should be able to. */
    TENTATIVE
}
