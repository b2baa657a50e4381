package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One part of a source that is read in an order of its own: a channel, a folder, a kind of object.
 * Feeds divide a source among tasks. Used by one thread.
 */
public interface Feed {
    /** Stable over restarts and the same in every task: Connect's source partition. */
    String name();

    /**
     * Reads what comes behind a checkpoint: a pure step apart from asking the source. A page holds
     * what one request brought, or a bounded number of requests; a feed keeps nothing between two
     * steps that is not in the checkpoint (caches aside), since a restart forgets it.
     *
     * @throws PullException.Refused where only a person can help: the task fails with its message
     * @throws PullException.Gone where this feed is no more: others go on
     * @throws PullException.Unavailable where the source has a bad time: the step is repeated later
     * @throws InterruptedException where the task is stopped
     */
    Page read(Checkpoint from) throws InterruptedException;

    /**
     * Whether it is looked at every {@code poll.interval.ms}; one with a slower interval of its own
     * is behind for most of it, which is no lag.
     */
    default boolean isLive() {
        return true;
    }

    /**
     * The newest time of which a checkpoint says that the source showed it, null where it does not
     * say. Shown to people, decides nothing.
     */
    default @Nullable Instant newest(Checkpoint at) {
        return null;
    }
}
