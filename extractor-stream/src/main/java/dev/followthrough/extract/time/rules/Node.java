package dev.followthrough.extract.time.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of a data file and where it stands. Immutable. Wrong shapes throw {@link DataFault},
 * naming file, line and column.
 */
public sealed interface Node {
    Place place();

    /** A single word or number, as written. */
    record Scalar(String text, Place place) implements Node {}

    /** Values in order. */
    record Sequence(List<Node> items, Place place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Values by name, in file order. */
    record Mapping(Map<String, Node> entries, Place place) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }

    /** Where a value stands; line and column count from 1. */
    record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    default String text() {
        if (this instanceof Scalar scalar) {
            return scalar.text();
        }
        throw new DataFault(place(), "must be a single value");
    }

    default int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw new DataFault(place(), "must be a whole number: " + text());
        }
    }

    default List<Node> items() {
        if (this instanceof Sequence sequence) {
            return sequence.items();
        }
        throw new DataFault(place(), "must be a list");
    }

    default List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** The values of a list in which none may stand twice. */
    default Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (Node item : items()) {
            if (!words.add(item.text())) {
                throw new DataFault(item.place(), "must be given once: " + item.text());
            }
        }
        return Collections.unmodifiableSet(words);
    }

    default Map<String, Node> entries() {
        if (this instanceof Mapping mapping) {
            return mapping.entries();
        }
        throw new DataFault(place(), "must be a mapping");
    }

    /** The value of that name; a fault where it is missing. */
    default Node get(String name) {
        Node found = entries().get(name);
        if (found == null) {
            throw new DataFault(place(), "must have: " + name);
        }
        return found;
    }

    /** Demands that the mapping has no other names than these. */
    default void only(Set<String> names) {
        entries()
                .forEach(
                        (name, value) -> {
                            if (!names.contains(name)) {
                                throw new DataFault(value.place(), "must not be given: " + name);
                            }
                        });
    }

    default boolean has(String name) {
        return entries().containsKey(name);
    }
}
