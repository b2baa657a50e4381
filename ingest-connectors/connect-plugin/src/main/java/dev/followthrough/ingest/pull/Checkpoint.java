package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a feed was read: what the worker stores as its offset. A function of what the source
 * showed, never of a clock or of chance, so that reading again from the same one gives the same
 * records.
 *
 * @param fields names and values, all of them text; empty ones are left out
 */
public record Checkpoint(SortedMap<String, String> fields) {
    /** Nothing was read yet. */
    public static final Checkpoint START = new Checkpoint(new TreeMap<>());

    public Checkpoint {
        TreeMap<String, String> kept = new TreeMap<>(fields);
        kept.values().removeIf(String::isEmpty);
        fields = java.util.Collections.unmodifiableSortedMap(kept);
    }

    /** The stored form read back; what was not written by us is left out. */
    public static Checkpoint of(@Nullable Map<String, ?> stored) {
        TreeMap<String, String> fields = new TreeMap<>();
        if (stored != null) {
            stored.forEach(
                    (name, value) -> {
                        if (value instanceof String || value instanceof Number) {
                            fields.put(name, value.toString());
                        }
                    });
        }
        return new Checkpoint(fields);
    }

    /** The form in which a Connect worker stores it. */
    public Map<String, String> toMap() {
        return fields;
    }

    /** The text of a field, empty where there is none. */
    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The number in a field, {@code otherwise} where there is none or it is no number. */
    public long number(String name, long otherwise) {
        String text = text(name);
        try {
            return text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The same with another value in one field; an empty one removes it. */
    public Checkpoint with(String name, String value) {
        TreeMap<String, String> changed = new TreeMap<>(fields);
        changed.put(name, value);
        return new Checkpoint(changed);
    }

    public Checkpoint with(String name, long value) {
        return with(name, Long.toString(value));
    }
}
