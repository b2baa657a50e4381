package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What the ledger published when: ids and fields, never quotes.
 *
 * @param kind what happened
 * @param changed names of the fields that differ from the version before
 * @param version content hash afterwards; absent once retracted
 * @param because the latest evidence's signal or the decision that caused it, where one did
 * @param at when the cause happened (said at, decided at), never when it was processed
 */
public record CommitmentEvent(
        CommitmentId commitment,
        AccountId account,
        Kind kind,
        List<String> changed,
        @Nullable String version,
        @Nullable String because,
        Instant at) {
    /** What can happen to a commitment. */
    public enum Kind {
        OPENED,
        CHANGED,
        FULFILLED,
        WITHDRAWN,
        DISMISSED,
        REOPENED,
        RETRACTED,
        MOVED
    }

    public CommitmentEvent {
        Check.present("commitment of an event", commitment);
        Check.present("account of an event", account);
        Check.present("kind of an event", kind);
        changed = Check.list(changed);
        Check.present("at of an event", at);
    }
}
