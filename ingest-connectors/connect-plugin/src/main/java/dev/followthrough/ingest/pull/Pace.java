package dev.followthrough.ingest.pull;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waiting, and a time that never jumps. What waits can be interrupted at once.
 *
 * @see #system
 */
public interface Pace {
    /** Nanoseconds since some instant; only differences mean something. */
    long nanos();

    /**
     * Waits; nothing where the time is zero or negative.
     *
     * @throws PullException.Unavailable where this pace does not wait so long
     */
    void sleep(Duration time) throws InterruptedException;

    /** The machine's. */
    static Pace system() {
        return hurried(Duration.ofNanos(Long.MAX_VALUE));
    }

    /** The machine's, for somebody who waits for an answer: does not wait longer than that. */
    static Pace hurried(Duration longest) {
        return new Pace() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                if (time.compareTo(longest) > 0) {
                    throw new PullException.Unavailable(
                            "the source asks to wait for " + time.toSeconds() + " s", time, null);
                }
                if (!time.isNegative()) {
                    TimeUnit.NANOSECONDS.sleep(time.toNanos());
                }
            }
        };
    }
}
