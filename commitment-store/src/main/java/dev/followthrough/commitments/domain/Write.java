package dev.followthrough.commitments.domain;

import org.jspecify.annotations.Nullable;

/**
 * One change of a table.
 *
 * @param value absent to delete
 */
public record Write<V>(Table<V> table, String key, @Nullable V value) {}
