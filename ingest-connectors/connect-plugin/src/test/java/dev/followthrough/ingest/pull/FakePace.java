package dev.followthrough.ingest.pull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by waiting. Remembers the waits. */
public final class FakePace implements Pace {
    private final List<Duration> waits = new ArrayList<>();
    private long nanos = 1_000_000;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(time);
        nanos += Math.max(0, time.toNanos());
    }

    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    /** All waits together. */
    public synchronized Duration waited() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    public synchronized void pass(Duration time) {
        nanos += time.toNanos();
    }
}
