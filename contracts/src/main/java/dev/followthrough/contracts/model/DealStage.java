package dev.followthrough.contracts.model;

/** Where a deal stands, from the pipeline's own metadata. */
public enum DealStage {
    OPEN,
    WON,
    LOST
}
