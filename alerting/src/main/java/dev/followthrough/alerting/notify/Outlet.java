package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.model.Message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A medium in which messages stand. Each call returns once it is done for certain, or throws {@link
 * Undelivered} saying whether it may have happened all the same. Called by one thread at a time.
 */
public interface Outlet {
    /** A living copy of a message of ours, as its metadata tells. */
    record Copy(String posted, String attempt, String version) {}

    /** Short name for metrics. */
    String name();

    /**
     * Whether this is an id of this medium; a message posted in another one does not stand here.
     */
    boolean knows(String posted);

    /** How long to wait after a post before the next one at the same destination. */
    Duration gap();

    /** Posts a new message and returns the medium's id of it. */
    String post(Message message, String attempt) throws Undelivered;

    /** Makes a standing message say something else. */
    void update(String posted, Message message, String attempt) throws Undelivered;

    /** Adds one line of the message's log to its thread. */
    void reply(String posted, Message message, String attempt, int line) throws Undelivered;

    /** Takes a message away; one that is gone already is no error. */
    void delete(String destination, String posted) throws Undelivered;

    /** The messages of ours posted in this span of the medium's clock, in any order. */
    List<Copy> find(String destination, Instant from, Instant until) throws Undelivered;

    /** Which lines of the log stand in the thread. */
    Set<Integer> replies(String destination, String posted) throws Undelivered;
}
