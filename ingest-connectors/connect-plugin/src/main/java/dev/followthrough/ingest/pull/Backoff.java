package dev.followthrough.ingest.pull;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after failures in a row: doubling, with a random half so that tasks do not come
 * back all at once.
 *
 * @param first after the first failure
 * @param longest at most
 */
public record Backoff(Duration first, Duration longest) {
    /** Between two tries of one request. */
    static final Backoff REQUEST = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(20));

    /** Between two steps of a feed whose source is down. */
    static final Backoff FEED = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    /**
     * @param failures in a row, 1 or more
     */
    public Duration after(int failures) {
        long whole = first.toMillis() << Math.min(20, failures - 1);
        long bounded = Math.min(whole, longest.toMillis());
        return Duration.ofMillis(
                bounded / 2 + ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
