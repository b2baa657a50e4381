package dev.followthrough.service.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts a thread that waits for a caller too long. The web server knows no time limit for a
 * body, and an interrupted read of a virtual thread closes its connection, which is all that can be
 * done about a caller that says nothing.
 */
final class Patience implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final long millis;

    Patience(long millis) {
        this.millis = millis;
        this.timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("http-patience").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Begins to wait; close what it gives on the same thread. */
    Wait begin() {
        Wait wait = new Wait(Thread.currentThread());
        wait.timeout = timer.schedule(wait::end, millis, TimeUnit.MILLISECONDS);
        return wait;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One thread that waits. */
    static final class Wait implements AutoCloseable {
        private final Thread thread;
        private @org.jspecify.annotations.Nullable Future<?> timeout;
        private boolean over;
        private boolean tooLong;

        private Wait(Thread thread) {
            this.thread = thread;
        }

        private synchronized void end() {
            if (!over) {
                tooLong = true;
                thread.interrupt();
            }
        }

        synchronized boolean isTooLong() {
            return tooLong;
        }

        /** Whatever this thread does next is not interrupted by a timeout that came late. */
        @Override
        public void close() {
            synchronized (this) {
                over = true;
            }
            if (timeout != null) {
                timeout.cancel(false);
            }
            if (tooLong) {
                Thread.interrupted();
            }
        }
    }
}
