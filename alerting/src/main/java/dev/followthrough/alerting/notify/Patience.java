package dev.followthrough.alerting.notify;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How long each destination is left in peace: a gap after a post, longer and longer after failures.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    private record Pause(int failures, Instant until) {}

    private final Map<String, Pause> pauses = new HashMap<>();

    /** When this destination may be called again. */
    Instant from(String destination, Instant now) {
        Pause pause = pauses.get(destination);
        return pause == null || pause.until().isBefore(now) ? now : pause.until();
    }

    void succeeded(String destination, Instant until) {
        pauses.put(destination, new Pause(0, until));
    }

    /**
     * @param asked how long the medium asked to wait: no less than that, a little more, so that
     *     many do not come back at once
     */
    void failed(String destination, @Nullable Duration asked, Instant now) {
        Pause before = pauses.get(destination);
        int failures = before == null ? 1 : before.failures() + 1;
        Duration wait =
                asked != null
                        ? asked
                        : FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        pauses.put(destination, new Pause(failures, now.plus(spread(wait, destination))));
    }

    /** Up to a quarter more, by destination. */
    private static Duration spread(Duration wait, String destination) {
        return wait.plusMillis(wait.toMillis() * Math.floorMod(destination.hashCode(), 256) / 1024);
    }
}
