package dev.followthrough.extract.topology;

import dev.followthrough.extract.conversation.Table;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A table on a state store. */
final class StoreTable<V> implements Table<V> {
    private final KeyValueStore<String, V> store;

    StoreTable(KeyValueStore<String, V> store) {
        this.store = store;
    }

    @Override
    public @Nullable V get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public List<Row<V>> scan(String from, String to, int limit) {
        return rows(store.range(from, to), to, limit);
    }

    @Override
    public List<Row<V>> scanBack(String from, String to, int limit) {
        return rows(store.reverseRange(from, to), to, limit);
    }

    /** A store's range includes its end; a table's does not. */
    private static <V> List<Row<V>> rows(KeyValueIterator<String, V> range, String to, int limit) {
        List<Row<V>> rows = new ArrayList<>();
        try (range) {
            while (rows.size() < limit && range.hasNext()) {
                KeyValue<String, V> next = range.next();
                if (!next.key.equals(to)) {
                    rows.add(new Row<>(next.key, next.value));
                }
            }
        }
        return rows;
    }
}
