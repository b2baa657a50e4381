package dev.followthrough.extract.conversation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table with changes that are not written yet: one decision reads its own changes and leaves
 * nothing behind unless it is committed whole.
 */
final class Staged<V> implements Table<V> {
    private final Table<V> base;
    private final TreeMap<String, Optional<V>> changes = new TreeMap<>(Utf8Order.INSTANCE);

    Staged(Table<V> base) {
        this.base = base;
    }

    @Override
    public @Nullable V get(String key) {
        Optional<V> changed = changes.get(key);
        return changed != null ? changed.orElse(null) : base.get(key);
    }

    @Override
    public void put(String key, V value) {
        changes.put(key, Optional.of(value));
    }

    @Override
    public void delete(String key) {
        changes.put(key, Optional.empty());
    }

    @Override
    public List<Row<V>> scan(String from, String to, int limit) {
        return merged(from, to, limit, false);
    }

    @Override
    public List<Row<V>> scanBack(String from, String to, int limit) {
        return merged(from, to, limit, true);
    }

    private List<Row<V>> merged(String from, String to, int limit, boolean back) {
        Map<String, Optional<V>> changed = changes.subMap(from, true, to, false);
        int reach =
                limit == Integer.MAX_VALUE
                        ? limit
                        : limit + changed.size(); // every change may hide a row of the base
        List<Row<V>> rows =
                new ArrayList<>(back ? base.scanBack(from, to, reach) : base.scan(from, to, reach));
        rows.removeIf(row -> changed.containsKey(row.key()));
        changed.forEach((key, value) -> value.ifPresent(v -> rows.add(new Row<>(key, v))));
        Comparator<Row<V>> order = Comparator.comparing(Row::key, Utf8Order.INSTANCE);
        rows.sort(back ? order.reversed() : order);
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    void discard() {
        changes.clear();
    }

    void commit() {
        changes.forEach(
                (key, value) ->
                        value.ifPresentOrElse(v -> base.put(key, v), () -> base.delete(key)));
        changes.clear();
    }
}
