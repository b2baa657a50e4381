package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.Changes;
import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.commitments.domain.Write;
import dev.followthrough.contracts.json.Json;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The ledger's tables in one key-value store: keys are {@code <table>/<row's key>}, values
 * canonical JSON. Reads only; as thread-safe as the store.
 */
public final class StoreTables implements Tables {
    private final ReadOnlyKeyValueStore<String, byte[]> store;

    public StoreTables(ReadOnlyKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    @Override
    public <V> @Nullable V get(Table<V> table, String key) {
        byte[] value = store.get(key(table, key));
        return value == null ? null : Json.read(value, table.type());
    }

    @Override
    public <V> List<Row<V>> range(
            Table<V> table, String from, String to, Direction direction, int limit) {
        String last = key(table, to);
        List<Row<V>> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> rows = open(key(table, from), last, direction)) {
            while (rows.hasNext() && found.size() < limit) {
                var row = rows.next();
                // A store's range includes its end, a table's does not.
                if (!row.key.equals(last)) {
                    String key = row.key.substring(table.name().length() + 1);
                    found.add(new Row<>(key, Json.read(row.value, table.type())));
                }
            }
        }
        return found;
    }

    private KeyValueIterator<String, byte[]> open(String from, String to, Direction direction) {
        return direction == Direction.FORWARD
                ? store.range(from, to)
                : store.reverseRange(from, to);
    }

    /** Makes the changes in a store that can be written to. */
    static void apply(Changes changes, KeyValueStore<String, byte[]> store) {
        for (Write<?> write : changes.writes()) {
            Object value = write.value();
            String key = key(write.table(), write.key());
            if (value == null) {
                store.delete(key);
            } else {
                store.put(key, Json.bytes(value));
            }
        }
    }

    private static String key(Table<?> table, String key) {
        return table.name() + "/" + key;
    }
}
