package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one step of a feed brought. Its records and the next checkpoint are published as one: all of
 * them or none, where the worker has transactions.
 *
 * @param items in the order in which they are published
 * @param next from where the feed goes on
 * @param rest how long the feed has nothing to do; zero where more is waiting
 * @param caughtUp whether the source has nothing newer: what the lag is counted from
 * @param progress of a backfill under way, null where there is none
 */
public record Page(
        List<Item> items,
        Checkpoint next,
        Duration rest,
        boolean caughtUp,
        @Nullable Progress progress) {
    public Page {
        items = List.copyOf(items);
        if (rest.isNegative()) {
            throw new IllegalArgumentException("rest of a page must be 0 or more, was " + rest);
        }
    }

    /** One of several: the feed goes on at once. */
    public static Page more(List<Item> items, Checkpoint next) {
        return new Page(items, next, Duration.ZERO, false, null);
    }

    /** The last one for now. */
    public static Page last(List<Item> items, Checkpoint next, Duration rest) {
        return new Page(items, next, rest, true, null);
    }

    /** The same with what is known of the backfill. */
    public Page of(Progress backfill) {
        return new Page(items, next, rest, caughtUp, backfill);
    }

    /**
     * How far a backfill is.
     *
     * @param at the time of what was read last: the oldest where it is read backwards
     * @param share of the span of time that is done, 0…1; what the estimate is made of
     */
    public record Progress(Instant at, double share) {
        public Progress {
            share = Math.max(0, Math.min(1, share));
        }

        /** On the way from {@code begin} to {@code end}, either of which may be the earlier. */
        public static Progress between(Instant begin, Instant at, Instant end) {
            double whole = Duration.between(begin, end).toMillis();
            double done = Duration.between(begin, at).toMillis();
            return new Progress(at, whole == 0 ? 1 : done / whole);
        }
    }
}
