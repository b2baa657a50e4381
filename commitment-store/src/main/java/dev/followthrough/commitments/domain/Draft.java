package dev.followthrough.commitments.domain;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Changes under way: reads see them over what the tables hold, nothing is written. Lives for one
 * decision.
 */
final class Draft implements Tables {
    private final Tables base;
    private final Map<Table<?>, NavigableMap<String, Write<?>>> pending = new HashMap<>();
    private final List<Publication> publications = new ArrayList<>();
    private long comparisons;

    Draft(Tables base) {
        this.base = base;
    }

    <V> void put(Table<V> table, String key, V value) {
        pending(table).put(key, new Write<>(table, key, value));
    }

    void delete(Table<?> table, String key) {
        pending(table).put(key, new Write<>(table, key, null));
    }

    void publish(Publication publication) {
        publications.add(publication);
    }

    void compared() {
        comparisons++;
    }

    @Override
    public <V> @Nullable V get(Table<V> table, String key) {
        Write<?> write = pending(table).get(key);
        return write == null ? base.get(table, key) : table.type().cast(write.value());
    }

    @Override
    public <V> List<Row<V>> range(
            Table<V> table, String from, String to, Direction direction, int limit) {
        NavigableMap<String, Write<?>> part = pending(table).subMap(from, true, to, false);
        if (part.isEmpty()) {
            return base.range(table, from, to, direction, limit);
        }
        int enough = limit > Integer.MAX_VALUE - part.size() ? limit : limit + part.size();
        NavigableMap<String, V> merged = new TreeMap<>();
        base.range(table, from, to, direction, enough)
                .forEach(row -> merged.put(row.key(), row.value()));
        part.forEach((key, write) -> merge(merged, key, table.type().cast(write.value())));
        List<Row<V>> found = new ArrayList<>();
        for (Map.Entry<String, V> row :
                (direction == Direction.FORWARD ? merged : merged.descendingMap()).entrySet()) {
            if (found.size() == limit) {
                break;
            }
            found.add(new Row<>(row.getKey(), row.getValue()));
        }
        return found;
    }

    private static <V> void merge(NavigableMap<String, V> rows, String key, @Nullable V value) {
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
    }

    /** What has to be written and published; writes that change nothing are left out. */
    Changes changes() {
        List<Write<?>> writes = new ArrayList<>();
        for (Table<?> table : Table.all()) {
            for (Write<?> write : pending(table).values()) {
                if (!Objects.equals(base.get(table, write.key()), write.value())) {
                    writes.add(write);
                }
            }
        }
        return new Changes(writes, publications, comparisons);
    }

    private NavigableMap<String, Write<?>> pending(Table<?> table) {
        return pending.computeIfAbsent(table, each -> new TreeMap<>());
    }
}
