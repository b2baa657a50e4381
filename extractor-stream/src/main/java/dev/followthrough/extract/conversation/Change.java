package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.SignalId;

import org.jspecify.annotations.Nullable;

/**
 * A reading to publish, or a tombstone where one no longer stands.
 *
 * @param account where
 * @param signal of what
 * @param reading absent for a tombstone
 */
public record Change(AccountId account, SignalId signal, @Nullable Reading reading) {}
