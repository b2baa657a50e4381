package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Counts of one task: {@code read}, {@code published}, {@code skipped} by reason, {@code rejected}
 * by reason, {@code rate-limit-waits}, {@code rate-limit-wait-ms}, {@code retries}, {@code lag-ms},
 * {@code backfill-messages}, {@code backfill-at-ms}, {@code backfill-percent}, {@code
 * backfill-remaining-ms}. Thread-safe.
 */
public final class Meter implements AutoCloseable {
    /** Shows a number to whoever looks at metrics. */
    public interface Board {
        /**
         * @param tags {@code reason}, or none
         */
        void show(String name, String what, Map<String, String> tags, LongSupplier value);

        /** Takes back what it shows, where whoever looks does not do so by itself. */
        default void close() {}
    }

    /** Reasons are few; a source that invents them shall not fill the memory. */
    private static final int MAX_REASONS = 100;

    private final ConcurrentMap<String, AtomicLong> numbers = new ConcurrentHashMap<>();
    private final Board board;

    public Meter(Board board) {
        this.board = board;
    }

    /** One that nobody looks at. */
    public static Meter unseen() {
        return new Meter((name, what, tags, value) -> {});
    }

    /** Objects that the source showed. */
    public void read(long count) {
        number("read", "Objects that the source showed.", null).addAndGet(count);
    }

    /** Records handed to the worker, dead letters not among them. */
    public void published(long count) {
        number("published", "Records handed to the worker.", null).addAndGet(count);
    }

    public void skipped(String reason) {
        number("skipped", "Objects left out on purpose.", reason).incrementAndGet();
    }

    public void rejected(String reason) {
        number("rejected", "Objects that could not be read: dead letters.", reason)
                .incrementAndGet();
    }

    void waited(Duration time) {
        number("rate-limit-waits", "Calls that waited for a rate limit.", null).incrementAndGet();
        number("rate-limit-wait-ms", "Time they waited, in milliseconds.", null)
                .addAndGet(time.toMillis());
    }

    void retried() {
        number("retries", "Requests that were tried again.", null).incrementAndGet();
    }

    /** How far behind the source the task is at most: since it last knew everything. */
    void lag(LongSupplier millis) {
        board.show(
                "lag-ms",
                "Milliseconds since everything that the source had was known.",
                Map.of(),
                millis);
    }

    /**
     * Of the task's backfills, of which the one that is least far counts.
     *
     * @param left how long they take still, null while nobody knows
     */
    void backfill(long messages, Instant at, int percent, @Nullable Duration left) {
        number("backfill-messages", "Objects read by backfills.", null).set(messages);
        number("backfill-at-ms", "Where the backfill is, as a time since 1970.", null)
                .set(at.toEpochMilli());
        number("backfill-percent", "Share of the backfill's time that is done.", null).set(percent);
        number("backfill-remaining-ms", "Milliseconds it takes still; -1 while unknown.", null)
                .set(left == null ? -1 : left.toMillis());
    }

    /** A number by its name; 0 where nothing was counted. */
    public long value(String name, @Nullable String reason) {
        AtomicLong number = numbers.get(name + "/" + (reason == null ? "" : reason));
        return number == null ? 0 : number.get();
    }

    /** Nobody sees the numbers any more. */
    @Override
    public void close() {
        board.close();
    }

    private AtomicLong number(String name, String what, @Nullable String reason) {
        String tag = reason != null && numbers.size() > MAX_REASONS ? "other" : reason;
        return numbers.computeIfAbsent(
                name + "/" + (tag == null ? "" : tag),
                key -> {
                    AtomicLong number = new AtomicLong();
                    board.show(
                            name,
                            what,
                            tag == null ? Map.of() : Map.of("reason", tag),
                            number::get);
                    return number;
                });
    }
}
