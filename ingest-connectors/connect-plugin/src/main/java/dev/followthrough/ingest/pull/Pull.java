package dev.followthrough.ingest.pull;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A source that is open for reading. Used by one thread, apart from {@link #close}. */
public interface Pull extends AutoCloseable {
    /**
     * All feeds of the source as they are now; each task reads its share of them. Asked again after
     * {@link #refresh}; a feed that is no longer named is let go.
     *
     * @throws PullException as {@link Feed#read}
     */
    List<Feed> feeds() throws InterruptedException;

    /** When to ask for the feeds again. */
    default Duration refresh() {
        return Duration.ofMinutes(10);
    }

    /**
     * The feeds that have something new before their rest is over, since this was asked last; asked
     * between two steps.
     */
    default Set<String> news() {
        return Set.of();
    }

    /** How long {@link #news} may wait for being asked. */
    default Duration attention() {
        return Duration.ofDays(1);
    }

    /** Ends requests under way; from any thread, and perhaps twice. */
    @Override
    default void close() {}
}
