package dev.followthrough.ingest.pull;

import java.time.Duration;

/**
 * How often a method may be called.
 *
 * @param calls in every period; that many may come at once
 */
public record Rate(int calls, Duration period) {
    public Rate {
        if (calls < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException(
                    "rate must be 1 or more calls in some time, was " + calls + " in " + period);
        }
    }

    public static Rate perMinute(int calls) {
        return new Rate(calls, Duration.ofMinutes(1));
    }

    public static Rate perSecond(int calls) {
        return new Rate(calls, Duration.ofSeconds(1));
    }

    Duration interval() {
        return period.dividedBy(calls);
    }
}
