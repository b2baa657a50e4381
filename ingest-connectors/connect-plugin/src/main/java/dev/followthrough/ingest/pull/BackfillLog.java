package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Says how far backfills are, at most every 30 seconds. Not for several threads. */
final class BackfillLog {
    private static final Logger LOG = LoggerFactory.getLogger(BackfillLog.class);
    private static final long EVERY = Duration.ofSeconds(30).toNanos();

    private final String source;
    private final Tools tools;
    private final Map<String, Running> running = new HashMap<>();
    private long objects;
    private long said;

    BackfillLog(String source, Tools tools) {
        this.source = source;
        this.tools = tools;
        this.said = tools.pace().nanos();
    }

    /** When a backfill was first seen, and how far it was then. */
    private record Running(long since, double share) {}

    void note(Batch batch) {
        Page.Progress progress = batch.page().progress();
        if (progress == null) {
            running.remove(batch.feed());
            return;
        }
        long now = tools.pace().nanos();
        objects += batch.page().items().size();
        Running begun =
                running.computeIfAbsent(batch.feed(), feed -> new Running(now, progress.share()));
        tools.meter()
                .backfill(
                        objects,
                        progress.at().toEpochMilli(),
                        (int) Math.round(100 * progress.share()));
        if (now - said >= EVERY) {
            said = now;
            LOG.info(
                    "backfill source={} feed={} objects={} at={} percent={} remaining={}",
                    source,
                    batch.feed(),
                    objects,
                    progress.at(),
                    Math.round(100 * progress.share()),
                    remaining(begun, progress, now));
        }
    }

    /** As long as the rest takes where it goes on as it went; unknown before anything was done. */
    static @Nullable Duration remaining(Duration elapsed, double from, double to) {
        double done = to - from;
        return done <= 0
                ? null
                : Duration.ofSeconds((long) (elapsed.toMillis() / 1000.0 * (1 - to) / done));
    }

    private static String remaining(Running begun, Page.Progress progress, long now) {
        Duration rest =
                remaining(Duration.ofNanos(now - begun.since()), begun.share(), progress.share());
        return rest == null ? "unknown" : rest.toString();
    }
}
