package dev.followthrough.commitments.domain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Tables in memory: for {@code scan} and tests. Not thread-safe. */
public final class MemoryTables implements Tables {
    private final Map<Table<?>, NavigableMap<String, Object>> rows = new HashMap<>();

    @Override
    public <V> @Nullable V get(Table<V> table, String key) {
        return table.type().cast(rows(table).get(key));
    }

    @Override
    public <V> List<Row<V>> range(
            Table<V> table, String from, String to, Direction direction, int limit) {
        NavigableMap<String, Object> part = rows(table).subMap(from, true, to, false);
        List<Row<V>> found = new ArrayList<>();
        for (Map.Entry<String, Object> row :
                (direction == Direction.FORWARD ? part : part.descendingMap()).entrySet()) {
            if (found.size() == limit) {
                break;
            }
            found.add(new Row<>(row.getKey(), table.type().cast(row.getValue())));
        }
        return found;
    }

    /** Makes the changes. */
    public void apply(Changes changes) {
        changes.writes().forEach(this::write);
    }

    void write(Write<?> write) {
        Object value = write.value();
        if (value == null) {
            rows(write.table()).remove(write.key());
        } else {
            rows(write.table()).put(write.key(), value);
        }
    }

    private NavigableMap<String, Object> rows(Table<?> table) {
        return rows.computeIfAbsent(table, each -> new TreeMap<>());
    }
}
