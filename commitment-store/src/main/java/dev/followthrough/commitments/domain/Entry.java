package dev.followthrough.commitments.domain;

/**
 * What an index row points at.
 *
 * @param at the last part of the row's key: an order, a mention's or a commitment's id
 */
public record Entry(String at) {}
