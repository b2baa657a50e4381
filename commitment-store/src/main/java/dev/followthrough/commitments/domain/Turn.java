package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Side;

import java.time.Instant;

/**
 * Who spoke.
 *
 * @param asks whether it holds a request to our side
 */
public record Turn(Instant at, Side side, boolean asks) {}
