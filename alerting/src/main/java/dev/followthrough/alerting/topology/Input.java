package dev.followthrough.alerting.topology;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.Handoff;

import org.jspecify.annotations.Nullable;

/**
 * What comes into a decision: one of three records, absent where it is a tombstone. Never leaves
 * the process.
 */
sealed interface Input {
    record Promised(@Nullable Commitment commitment) implements Input {}

    record Delivered(@Nullable Handoff handoff) implements Input {}

    record Known(@Nullable AccountSummary account) implements Input {}
}
