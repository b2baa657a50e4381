package dev.followthrough.extract.conversation;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An ordered table of text keys, on a store or in memory. Keys compare by their UTF-8 bytes, as
 * RocksDB compares them.
 */
public interface Table<V> {
    /** A key and its value. */
    record Row<V>(String key, V value) {}

    @Nullable V get(String key);

    void put(String key, V value);

    void delete(String key);

    /** At most {@code limit} rows with {@code from <= key < to}, in order. */
    List<Row<V>> scan(String from, String to, int limit);

    /** The same from the end. */
    List<Row<V>> scanBack(String from, String to, int limit);

    /** The end of the range of keys that start with a prefix ending in {@code ~}. */
    static String after(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + "\u007f"; // '~' is 0x7E
    }
}
