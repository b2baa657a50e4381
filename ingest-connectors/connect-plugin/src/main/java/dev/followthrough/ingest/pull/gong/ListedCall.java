package dev.followthrough.ingest.pull.gong;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.gong.GongCall;

import java.time.Instant;

/**
 * A call of a list, and what of it is remembered.
 *
 * @param kept whether it is private and such are not read
 */
record ListedCall(GongCall call, boolean kept) {
    /** Of a call without any time: it is remembered for good, whenever it is listed. */
    private static final long ALWAYS = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

    boolean readable() {
        return !call.id().isEmpty() && call.start() != null;
    }

    /** Whether its transcript is wanted. */
    boolean wanted() {
        return readable() && !kept;
    }

    /** What must change for it to be looked at again. */
    String known() {
        if (!readable()) {
            return "unreadable " + Digest.of(Json.bytes(call.json()), 16);
        }
        return kept ? call.id() + " private" : call.id();
    }

    /** Where it lies in the list, in milliseconds. */
    long order() {
        Instant listed = call.listed();
        return listed == null ? ALWAYS : listed.toEpochMilli();
    }
}
