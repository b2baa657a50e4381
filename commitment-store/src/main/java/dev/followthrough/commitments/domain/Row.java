package dev.followthrough.commitments.domain;

/** One entry of a {@link Table}. */
public record Row<V>(String key, V value) {}
