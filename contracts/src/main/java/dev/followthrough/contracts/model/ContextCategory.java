package dev.followthrough.contracts.model;

/** What the next team must know about a customer. */
public enum ContextCategory {
    WHY_BUYING,
    TECHNICAL_SCOPE,
    TIMELINE_PRESSURE,
    EXPANSION,
    INTEGRATION,
    POLITICS,
    COMPETITOR,
    PRICE_SENSITIVITY,
    TRUST_DAMAGE
}
