package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.Backoff;
import dev.followthrough.ingest.pull.PullException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;

/**
 * Waits on a connection of its own until the server tells of a change in one folder. Only saves
 * time: the poll beneath finds the same a little later, so nothing here can fail the task.
 */
final class IdleWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);

    /** Servers may end an IDLE after 30 minutes, and firewalls forget it sooner. */
    private static final Duration RENEWED = Duration.ofMinutes(8);

    private static final Duration SILENCE = Duration.ofMinutes(10);
    private static final Backoff BACKOFF =
            new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final String folder;
    private final Mailbox.Connect connect;
    private final Runnable told;
    private final Thread thread;
    private volatile @Nullable MailServer server;
    private volatile boolean closed;
    private volatile long since;

    IdleWatch(String folder, Mailbox.Connect connect, Runnable told) {
        this.folder = folder;
        this.connect = connect;
        this.told = told;
        this.thread = new Thread(this::run, "followthrough-imap-idle");
        thread.setDaemon(true);
    }

    IdleWatch start() {
        thread.start();
        return this;
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            try (MailServer now = connect.with(SILENCE)) {
                server = now;
                now.examine(folder);
                if (!now.canIdle()) {
                    LOG.info("server does not tell of new mail, it is polled folder={}", folder);
                    return;
                }
                failures = 0;
                told.run(); // what came while nobody listened
                wait(now);
            } catch (IOException e) {
                failures++;
                LOG.debug("not told of new mail folder={} reason=\"{}\"", folder, e.getMessage());
                if (!sleep(BACKOFF.after(failures))) {
                    return;
                }
            } catch (PullException e) {
                return; // the reader meets the same and tells it
            }
        }
    }

    private void wait(MailServer now) throws IOException {
        while (!closed) {
            since = System.nanoTime();
            now.idle();
            told.run();
        }
    }

    private boolean sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Begins a new wait where the present one is old. */
    void renew() {
        MailServer now = server;
        if (now != null && System.nanoTime() - since > RENEWED.toNanos()) {
            now.wake();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        MailServer now = server;
        if (now != null) {
            now.close();
        }
    }
}
