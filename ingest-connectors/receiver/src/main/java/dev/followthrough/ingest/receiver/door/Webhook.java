package dev.followthrough.ingest.receiver.door;

import dev.followthrough.service.http.Request;

import java.time.Instant;

/** A source that calls us. Called by many threads at once. */
public interface Webhook {
    /** Short and stable: a metric's label, the key of its dead letters. */
    String name();

    /** Where it calls. */
    String path();

    /**
     * Checks over the raw bytes that the source sent this, at about this time.
     *
     * @throws dev.followthrough.service.http.Problem 401 where it did not
     */
    void verify(Request request, Instant now);

    /**
     * Reads what was sent. Nothing is stored here; what this answers is sent only behind a durable
     * write.
     *
     * @throws dev.followthrough.service.http.Problem 4xx where it cannot be read, 503 where it
     *     cannot be read now
     */
    Delivery read(Request request, Instant now);

    /** Told that what was read could not be stored: the sender will send it again. */
    default void notStored() {}
}
