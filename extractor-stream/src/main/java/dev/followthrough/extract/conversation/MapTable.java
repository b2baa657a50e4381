package dev.followthrough.extract.conversation;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A table in memory: what {@code scan} and tests run on. Not thread-safe. */
public final class MapTable<V> implements Table<V> {
    private final NavigableMap<String, V> rows = new TreeMap<>(Utf8Order.INSTANCE);

    @Override
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, V value) {
        rows.put(key, value);
    }

    @Override
    public void delete(String key) {
        rows.remove(key);
    }

    @Override
    public List<Row<V>> scan(String from, String to, int limit) {
        return rows(rows.subMap(from, true, to, false), limit);
    }

    @Override
    public List<Row<V>> scanBack(String from, String to, int limit) {
        return rows(rows.subMap(from, true, to, false).descendingMap(), limit);
    }

    private static <V> List<Row<V>> rows(NavigableMap<String, V> range, int limit) {
        return range.entrySet().stream()
                .limit(limit)
                .map(e -> new Row<>(e.getKey(), e.getValue()))
                .toList();
    }
}
