package dev.followthrough.commitments.domain;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the ledger reads while it decides; it never writes here, but returns {@link Changes}. Not
 * thread-safe: one caller at a time.
 */
public interface Tables {
    /** Which end of a range comes first. */
    enum Direction {
        FORWARD,
        BACKWARD
    }

    <V> @Nullable V get(Table<V> table, String key);

    /** Rows with {@code from <= key < to}, at most {@code limit} of them from the end named. */
    <V> List<Row<V>> range(Table<V> table, String from, String to, Direction direction, int limit);

    /** All rows below a prefix that ends in {@code ~}, in order of their keys. */
    default <V> List<Row<V>> below(Table<V> table, String prefix) {
        return range(table, prefix, after(prefix), Direction.FORWARD, Integer.MAX_VALUE);
    }

    /** The first key after all that start with this prefix, which ends in {@code ~} (0x7E). */
    static String after(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + '\u007f';
    }
}
