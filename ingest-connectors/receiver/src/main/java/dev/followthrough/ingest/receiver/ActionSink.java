package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.model.Action;

/** Where actions are kept. */
@FunctionalInterface
interface ActionSink {
    /**
     * Returns once the action is stored durably; storing it again changes nothing.
     *
     * @throws dev.followthrough.service.http.Problem 503 where it could not be stored: the caller
     *     may send it again
     */
    void store(Action action);
}
