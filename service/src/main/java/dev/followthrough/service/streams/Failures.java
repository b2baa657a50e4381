package dev.followthrough.service.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether failures are rare enough to try again: at most so many in a window. Safe to share between
 * threads.
 */
final class Failures {
    private final int most;
    private final Duration window;
    private final Deque<Instant> recent = new ArrayDeque<>();

    Failures(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    /** Counts one more failure at an instant. */
    synchronized boolean mayGoOn(Instant at) {
        while (!recent.isEmpty() && recent.peekFirst().isBefore(at.minus(window))) {
            recent.removeFirst();
        }
        recent.addLast(at);
        return recent.size() <= most;
    }
}
