package dev.followthrough.ingest.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What a source is read with besides its settings.
 *
 * @param clock for what is shown to people, never for deciding what was read
 * @param pace waiting
 * @param meter counts
 * @param attempts how often a request is tried before the source counts as unavailable
 */
public record Tools(InstantSource clock, Pace pace, Meter meter, int attempts) {
    /** Of a task. */
    public static Tools task(Meter meter) {
        return new Tools(Clock.systemUTC(), Pace.system(), meter, 4);
    }

    /** Of a check that somebody waits for: tries once and does not wait. */
    public static Tools check() {
        return new Tools(Clock.systemUTC(), Pace.hurried(Duration.ofSeconds(2)), Meter.unseen(), 1);
    }
}
