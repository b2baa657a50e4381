package dev.followthrough.commitments.topology;

import dev.followthrough.commitments.domain.Changes;
import dev.followthrough.contracts.model.Reading;

import org.jspecify.annotations.Nullable;

/** Told of every decision, to count it; must answer at once. Called by stream threads. */
@FunctionalInterface
public interface LedgerListener {
    /**
     * @param cause the reading that led to it; absent where an entry of the directory did, or where
     *     a reading went
     */
    void decided(@Nullable Reading cause, Changes changes);
}
