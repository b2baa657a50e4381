package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says how far the backfills of a task are, at most every 30 seconds and once when the last one has
 * ended. Several feeds run side by side: the one that is least far speaks for all. Not for several
 * threads.
 */
final class BackfillLog {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillLog.class);
    private static final long EVERY = Duration.ofSeconds(30).toNanos();

    private final String source;
    private final Tools tools;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private long objects;
    private long said;

    BackfillLog(String source, Tools tools) {
        this.source = source;
        this.tools = tools;
        this.said = tools.pace().nanos();
    }

    /**
     * A backfill under way.
     *
     * @param since when it was first seen
     * @param from how far it was then
     * @param left how long it takes still, null while nobody knows
     */
    private record Running(
            String feed, long since, double from, Page.Progress now, @Nullable Duration left) {
        static Running begin(String feed, long since, Page.Progress now) {
            return new Running(feed, since, now.share(), now, null);
        }

        Running at(Page.Progress next, long nanos) {
            Duration elapsed = Duration.ofNanos(nanos - since);
            return new Running(feed, since, from, next, remaining(elapsed, from, next.share()));
        }
    }

    /**
     * Between a backfill's pages come others of the feed: threads, news. They count, and end
     * nothing; it has ended where the feed has caught up and tells of no progress any more.
     */
    void note(Batch batch) {
        Page page = batch.page();
        Page.Progress progress = page.progress();
        Running known = running.get(batch.feed());
        if (progress == null && known == null) {
            return;
        }
        objects += page.items().size();
        if (progress != null) {
            long now = tools.pace().nanos();
            running.put(
                    batch.feed(),
                    known == null
                            ? Running.begin(batch.feed(), now, progress)
                            : known.at(progress, now));
            underWay();
        } else if (page.caughtUp() && known != null) {
            running.remove(batch.feed());
            ended(known.now().at());
        }
    }

    private void underWay() {
        Running last =
                running.values().stream()
                        .min(Comparator.comparingDouble(each -> each.now().share()))
                        .orElseThrow();
        // Down, not to the nearest: 100 is said at the end.
        int percent = (int) (100 * last.now().share());
        Duration left = left();
        tools.meter().backfill(objects, last.now().at(), percent, left);
        long now = tools.pace().nanos();
        if (now - said >= EVERY) {
            said = now;
            say(last.feed(), last.now().at(), percent, left == null ? "unknown" : left.toString());
        }
    }

    private void ended(Instant at) {
        if (!running.isEmpty()) {
            underWay();
            return;
        }
        tools.meter().backfill(objects, at, 100, Duration.ZERO);
        said = tools.pace().nanos();
        say("all", at, 100, Duration.ZERO.toString());
    }

    private void say(String feed, Instant at, int percent, String remaining) {
        LOG.info(
                "backfill source={} feed={} feeds={} objects={} at={} percent={} remaining={}",
                source,
                feed,
                running.size(),
                objects,
                at,
                percent,
                remaining);
    }

    /** Of the feed that takes longest, among those of which one can tell. */
    private @Nullable Duration left() {
        Duration longest = null;
        for (Running each : running.values()) {
            Duration left = each.left();
            if (left != null && (longest == null || left.compareTo(longest) > 0)) {
                longest = left;
            }
        }
        return longest;
    }

    /** As long as the rest takes where it goes on as it went; unknown before anything was done. */
    static @Nullable Duration remaining(Duration elapsed, double from, double to) {
        double done = to - from;
        return done <= 0
                ? null
                : Duration.ofSeconds((long) (elapsed.toMillis() / 1000.0 * (1 - to) / done));
    }
}
