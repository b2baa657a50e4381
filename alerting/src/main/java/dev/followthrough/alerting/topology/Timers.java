package dev.followthrough.alerting.topology;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One timer a subject, in a store ordered by instant: what is due stands at its beginning, so a
 * tick costs what is due, never what is open. Used by one stream task only.
 */
final class Timers {
    private static final int DIGITS = 15;
    private static final long LAST = 999_999_999_999_999L;

    private final KeyValueStore<String, String> store;

    /**
     * Everything before it was taken; a scan begins here and so skips what the store has deleted
     * but not yet cleaned up.
     */
    private long position;

    Timers(KeyValueStore<String, String> store) {
        this.store = store;
    }

    /** A timer that is due. */
    record Timer(String stored, String subject) {}

    /**
     * Replaces a subject's timer. Returns the instant at which it is kept, to be handed in as
     * {@code before} next time.
     */
    @Nullable Instant move(String subject, @Nullable Instant before, @Nullable Instant after) {
        if (before != null) {
            store.delete(key(millis(before), subject));
        }
        if (after == null) {
            return null;
        }
        long at = Math.max(position, millis(after));
        store.put(key(at, subject), "");
        return Instant.ofEpochMilli(at);
    }

    /**
     * At most so many timers that are due, earliest first. Taking one is the caller's: {@link
     * #move}.
     */
    List<Timer> due(Instant now, int most) {
        List<Timer> due = new ArrayList<>();
        long until = Math.min(LAST, now.toEpochMilli());
        try (KeyValueIterator<String, String> timers =
                store.range(key(position, ""), key(until + 1, ""))) {
            while (due.size() < most && timers.hasNext()) {
                KeyValue<String, String> timer = timers.next();
                due.add(new Timer(timer.key, timer.key.substring(DIGITS + 1)));
            }
        }
        position =
                due.size() < most
                        ? Math.max(position, until)
                        : Long.parseLong(due.get(due.size() - 1).stored().substring(0, DIGITS));
        return due;
    }

    /** Drops a timer whose subject is gone. */
    void drop(Timer timer) {
        store.delete(timer.stored());
    }

    /** Timers count in milliseconds; the next full one, so that none rings early. */
    private static long millis(Instant at) {
        if (at.isAfter(Instant.ofEpochMilli(LAST - 1))) {
            return LAST;
        }
        long floor = Math.max(0, at.toEpochMilli());
        return at.isAfter(Instant.ofEpochMilli(floor)) ? floor + 1 : floor;
    }

    private static String key(long millis, String subject) {
        String digits = Long.toString(Math.min(LAST, millis));
        return "0".repeat(DIGITS - digits.length()) + digits + "~" + subject;
    }
}
