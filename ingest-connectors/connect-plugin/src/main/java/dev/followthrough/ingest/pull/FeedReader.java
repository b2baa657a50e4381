package dev.followthrough.ingest.pull;

import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads the feeds of a task on a thread of its own, one page ahead, so that a wait for a rate limit
 * never keeps the worker from stopping, pausing or committing. The feed that has waited longest
 * goes first.
 */
final class FeedReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReader.class);
    private static final long CLOSE_MS = 500;

    private final PullSource source;
    private final Pull pull;
    private final Share share;
    private final Function<String, Checkpoint> stored;
    private final Tools tools;
    private final BackfillLog backfill;
    private final Map<String, Due> feeds = new LinkedHashMap<>();
    private final SynchronousQueue<Batch> ready = new SynchronousQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;
    private long refreshAt;
    private int refreshFailures;

    FeedReader(
            PullSource source,
            Pull pull,
            Share share,
            Function<String, Checkpoint> stored,
            Tools tools) {
        this.source = source;
        this.pull = pull;
        this.share = share;
        this.stored = stored;
        this.tools = tools;
        this.backfill = new BackfillLog(source.name(), tools);
        this.refreshAt = tools.pace().nanos();
        this.thread = new Thread(this::run, "followthrough-pull-" + source.name());
        thread.setDaemon(true);
    }

    /** A feed and when it is read next. */
    private static final class Due {
        final Feed feed;
        Checkpoint at;
        long next;
        long caughtUp;
        int failures;

        Due(Feed feed, Checkpoint at, long now) {
            this.feed = feed;
            this.at = at;
            this.next = now;
            this.caughtUp = now;
        }
    }

    FeedReader start() {
        tools.meter().lag(this::lag);
        thread.start();
        return this;
    }

    /**
     * The next page that holds something, or null where none comes in time.
     *
     * @throws ConnectException where reading has ended, in a sentence
     */
    @Nullable Batch take(Duration most) throws InterruptedException {
        Batch batch = ready.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        RuntimeException ended = failure;
        if (batch == null && ended != null) {
            throw ended;
        }
        return batch;
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptedException e) {
            if (!closed) {
                failure = new ConnectException(source.name() + ": reading was interrupted");
            }
        } catch (PullException e) {
            failure = new ConnectException(e.getMessage());
        } catch (RuntimeException | Error e) {
            failure = Fault.of(source.name(), e);
        } finally {
            pull.close();
        }
    }

    private void step() throws InterruptedException {
        refresh();
        long now = tools.pace().nanos();
        hurry(now);
        Due due = next();
        long until = due == null ? refreshAt : earlier(due.next, refreshAt);
        if (until - now > 0) {
            long nap = Math.min(until - now, pull.attention().toNanos());
            tools.pace().sleep(Duration.ofNanos(nap));
        } else if (due != null) {
            read(due);
        }
    }

    /** What has news needs no more rest; what failed keeps waiting. */
    private void hurry(long now) {
        for (String feed : pull.news()) {
            Due due = feeds.get(feed);
            if (due != null && due.failures == 0 && due.next - now > 0) {
                due.next = now;
            }
        }
    }

    private static long earlier(long one, long other) {
        return one - other < 0 ? one : other;
    }

    private @Nullable Due next() {
        long now = tools.pace().nanos();
        synchronized (feeds) {
            return feeds.values().stream()
                    .min(Comparator.comparingLong(due -> due.next - now))
                    .orElse(null);
        }
    }

    private void refresh() throws InterruptedException {
        long now = tools.pace().nanos();
        if (refreshAt - now > 0) {
            return;
        }
        try {
            keep(pull.feeds().stream().filter(feed -> share.has(feed.name())).toList(), now);
            refreshAt = tools.pace().nanos() + pull.refresh().toNanos();
            refreshFailures = 0;
        } catch (PullException.Unavailable e) {
            Duration wait = longer(e.asked(), Backoff.FEED.after(++refreshFailures));
            LOG.warn(
                    "source not reachable source={} wait_ms={} reason=\"{}\"",
                    source.name(),
                    wait.toMillis(),
                    e.getMessage());
            refreshAt = tools.pace().nanos() + wait.toNanos();
        }
    }

    private void keep(List<Feed> named, long now) {
        Map<String, Due> kept = new LinkedHashMap<>();
        for (Feed feed : named) {
            Due known = feeds.get(feed.name());
            Due due =
                    new Due(
                            feed,
                            known == null ? stored.apply(feed.name()) : known.at,
                            known == null ? now : known.next);
            if (known != null) {
                due.caughtUp = known.caughtUp;
                due.failures = known.failures;
            }
            kept.put(feed.name(), due);
        }
        if (feeds.isEmpty()) {
            long age = sinceNewest(kept.values());
            kept.values().forEach(due -> due.caughtUp = now - age);
        }
        synchronized (feeds) {
            feeds.clear();
            feeds.putAll(kept);
        }
    }

    /**
     * How long ago the newest is that any feed had shown before the restart: about as long as the
     * task stood still. A feed's own newest would not do, since many are quiet for weeks.
     */
    private long sinceNewest(Collection<Due> restarted) {
        Instant now = tools.clock().instant();
        Instant newest = Instant.MIN;
        for (Due due : restarted) {
            Instant known = due.feed.newest(due.at);
            newest = known != null && known.isAfter(newest) ? known : newest;
        }
        boolean said = newest.isAfter(Instant.MIN) && newest.isBefore(now);
        return said ? Duration.between(newest, now).toNanos() : 0;
    }

    private void read(Due due) throws InterruptedException {
        long begin = tools.pace().nanos();
        Page page;
        try {
            page = due.feed.read(due.at);
        } catch (PullException.Gone e) {
            LOG.warn(
                    "feed ended source={} feed={} reason=\"{}\"",
                    source.name(),
                    due.feed.name(),
                    e.getMessage());
            synchronized (feeds) {
                feeds.remove(due.feed.name());
            }
            return;
        } catch (PullException.Unavailable e) {
            later(due, e);
            return;
        }
        due.failures = 0;
        hand(new Batch(due.feed.name(), due.at, page));
        due.at = page.next();
        due.next = tools.pace().nanos() + page.rest().toNanos();
        due.caughtUp = page.caughtUp() ? begin : due.caughtUp;
    }

    private void later(Due due, PullException.Unavailable e) {
        if (closed) {
            return; // we ended it ourselves
        }
        due.failures++;
        Duration wait = longer(e.asked(), Backoff.FEED.after(due.failures));
        LOG.warn(
                "source not readable source={} feed={} failures={} wait_ms={} reason=\"{}\"",
                source.name(),
                due.feed.name(),
                due.failures,
                wait.toMillis(),
                e.getMessage());
        due.next = tools.pace().nanos() + wait.toNanos();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void hand(Batch batch) throws InterruptedException {
        backfill.note(batch);
        ready.put(batch);
    }

    /** Of the feed that is furthest behind, among those that are looked at all the time. */
    private long lag() {
        long now = tools.pace().nanos();
        synchronized (feeds) {
            return feeds.values().stream()
                    .filter(due -> due.feed.isLive())
                    .mapToLong(due -> TimeUnit.NANOSECONDS.toMillis(now - due.caughtUp))
                    .max()
                    .orElse(0);
        }
    }

    /** Stops at once, whatever it waits for; a page that was not taken is read again next time. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        pull.close(); // what waits for a socket does not heed interrupts
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
