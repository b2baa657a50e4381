package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Commitment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A commitment as last published.
 *
 * @param closed when it was fulfilled, withdrawn or dismissed, while it is
 */
public record Kept(Commitment commitment, @Nullable Instant closed) {}
