package dev.followthrough.ingest.pull.salesforce;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Objects that have changed. An import tells of thousands of changes, and each look costs calls of
 * a daily number: an object is handed out a few times at once, then once in a while. Thread-safe.
 */
final class Hints {
    static final int AT_ONCE = 5;
    static final Duration APART = Duration.ofSeconds(12);

    private final Set<String> changed = new HashSet<>();

    /** When each object's looks are all to be had again, in nanoseconds (a generic cell rate). */
    private final Map<String, Long> full = new HashMap<>();

    synchronized void add(String object) {
        changed.add(object);
    }

    /**
     * Those that may be looked at; others stay.
     *
     * @param now nanoseconds since some instant
     */
    synchronized Set<String> take(long now) {
        Set<String> taken = new HashSet<>();
        for (String object : changed) {
            long left = Math.max(0, full.getOrDefault(object, now) - now);
            if (left <= APART.toNanos() * (AT_ONCE - 1)) {
                full.put(object, now + left + APART.toNanos());
                taken.add(object);
            }
        }
        changed.removeAll(taken);
        return taken;
    }
}
