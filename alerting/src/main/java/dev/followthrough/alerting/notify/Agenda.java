package dev.followthrough.alerting.notify;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be done when: each thing once, the earliest first, then in the order it came. */
final class Agenda {
    private final TreeMap<Instant, LinkedHashSet<String>> byInstant = new TreeMap<>();
    private final Map<String, Instant> byThing = new HashMap<>();

    /** Puts a thing, instead of when it stood there before. */
    void put(String thing, Instant at) {
        drop(thing);
        byThing.put(thing, at);
        byInstant.computeIfAbsent(at, instant -> new LinkedHashSet<>()).add(thing);
    }

    /** Puts a thing unless it stands there earlier. */
    void putBy(String thing, Instant at) {
        Instant before = byThing.get(thing);
        if (before == null || before.isAfter(at)) {
            put(thing, at);
        }
    }

    void drop(String thing) {
        Instant at = byThing.remove(thing);
        LinkedHashSet<String> things = at == null ? null : byInstant.get(at);
        if (at != null && things != null) {
            things.remove(thing);
            if (things.isEmpty()) {
                byInstant.remove(at);
            }
        }
    }

    /** Takes the first thing that is due. */
    Optional<String> take(Instant now) {
        Map.Entry<Instant, LinkedHashSet<String>> first = byInstant.firstEntry();
        if (first == null || first.getKey().isAfter(now)) {
            return Optional.empty();
        }
        String thing = first.getValue().getFirst();
        drop(thing);
        return Optional.of(thing);
    }

    /** When something is due next; absent where nothing is. */
    @Nullable Instant next() {
        return byInstant.isEmpty() ? null : byInstant.firstKey();
    }
}
