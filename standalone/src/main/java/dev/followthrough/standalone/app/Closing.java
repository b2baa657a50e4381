package dev.followthrough.standalone.app;

import dev.followthrough.service.StartException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What has to be closed, last opened first, within a bound: what does not stop in its share of the
 * time is left behind, since the data on disk survives a kill. Closing twice does nothing. Safe to
 * share between threads.
 */
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<Named> open = new ArrayDeque<>();
    private final Duration within;
    private boolean closed;

    private record Named(String name, AutoCloseable part) {}

    /**
     * @param within for all of them together
     */
    Closing(Duration within) {
        this.within = within;
    }

    /**
     * Remembers what was opened.
     *
     * @throws StartException where closing has begun meanwhile; the part is closed again
     */
    <T extends AutoCloseable> T add(String name, T part) {
        if (!remember(new Named(name, part))) {
            close(new Named(name, part), within.toMillis());
            throw new StartException("stopped while starting");
        }
        return part;
    }

    private synchronized boolean remember(Named named) {
        if (!closed) {
            open.push(named);
        }
        return !closed;
    }

    @Override
    public void close() {
        Deque<Named> parts = taken();
        long deadline = System.nanoTime() + within.toNanos();
        for (Named named : parts) {
            close(named, Math.max(100, (deadline - System.nanoTime()) / 1_000_000));
        }
    }

    private synchronized Deque<Named> taken() {
        Deque<Named> parts = closed ? new ArrayDeque<>() : new ArrayDeque<>(open);
        closed = true;
        open.clear();
        return parts;
    }

    private static void close(Named named, long millis) {
        long begun = System.nanoTime();
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("close-" + named.name())
                .start(() -> run(named.part(), done));
        try {
            done.get(millis, TimeUnit.MILLISECONDS);
            LOG.atInfo()
                    .addKeyValue("part", named.name())
                    .addKeyValue("ms", (System.nanoTime() - begun) / 1_000_000)
                    .log("stopped");
        } catch (ExecutionException e) {
            LOG.atError()
                    .setCause(e.getCause())
                    .addKeyValue("part", named.name())
                    .log("stopped with an error");
        } catch (TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("part", named.name())
                    .addKeyValue("ms", millis)
                    .log("did not stop in time; left behind");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(AutoCloseable part, CompletableFuture<Void> done) {
        try {
            part.close();
            done.complete(null);
        } catch (Exception e) { // AutoCloseable declares Exception.
            done.completeExceptionally(e);
        }
    }
}
