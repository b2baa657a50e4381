package dev.followthrough.ingest.receiver.door;

import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Response;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How much is taken in. So many requests are worked on at a time, whoever sent them; of those that
 * prove where they come from, so many a second. Forged requests cost their sender's place in the
 * first bound, never a true sender's in the second. Thread-safe.
 */
public final class Flood {
    private static final long SECOND = 1_000_000_000L;

    private final Semaphore places;
    private final LongSupplier nanoTime;
    private final long interval;
    private final long burst;
    private long next;

    /**
     * @param inFlight requests at a time, over all endpoints that share it
     */
    Flood(Semaphore inFlight, int perSecond, LongSupplier nanoTime) {
        this.places = inFlight;
        this.nanoTime = nanoTime;
        this.interval = SECOND / perSecond;
        this.burst = SECOND; // a second's worth may come at once
        this.next = nanoTime.getAsLong() - burst;
    }

    /**
     * Answers in a place of its own, given back whatever comes of it.
     *
     * @throws Problem 429 where none is free
     */
    public Response inPlace(Supplier<Response> work) {
        if (!places.tryAcquire()) {
            throw tooMany("too many requests at a time");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /**
     * Counts a request that is known to be its sender's.
     *
     * @throws Problem 429
     */
    public synchronized void count() {
        long now = nanoTime.getAsLong();
        long earliest = Math.max(next, now - burst);
        if (earliest + interval > now) {
            throw tooMany("too many requests a second");
        }
        next = earliest + interval;
    }

    private static Problem tooMany(String detail) {
        return Problem.of(429, "Too many requests", detail + "; send it again as it is")
                .withHeader("Retry-After", "1");
    }
}
