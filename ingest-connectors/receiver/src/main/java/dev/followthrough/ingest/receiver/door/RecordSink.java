package dev.followthrough.ingest.receiver.door;

import java.util.List;

/** Where records are kept. */
@FunctionalInterface
public interface RecordSink {
    /**
     * Returns once all of them are stored durably; storing them again changes nothing.
     *
     * @throws dev.followthrough.service.http.Problem 503 where one could not be stored: the caller
     *     may send all of them again
     */
    void store(List<Outgoing> records);
}
