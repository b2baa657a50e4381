package dev.followthrough.alerting.topology;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a step looks at the clock.
 *
 * @param clock what now is; may run elsewhere than the machine's
 * @param every how often timers are looked at
 * @param chunk most subjects handled at one tick; what is due beyond that waits for the next
 */
public record Ticking(InstantSource clock, Duration every, int chunk) {
    public Ticking {
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk of a tick must be 1 or more, was " + chunk);
        }
    }
}
