package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How far a file has been read, and proof that what was read is still there.
 *
 * @param next what comes next: an item's number, or a byte where files grow large
 * @param check digest over what lies before {@code next}; where it no longer holds the file is
 *     another one and is read from its beginning
 * @param error digest of the reason why the rest could not be read; empty where nothing is broken
 */
public record Offset(long next, String check, String error) {
    /** Before anything was read. */
    public static final Offset START = new Offset(0, "", "");

    public Offset {
        if (next < 0) {
            throw new IllegalArgumentException("offset must be 0 or more, was '" + next + "'");
        }
    }

    /** The form in which a Connect worker stores it. */
    public Map<String, Object> toMap() {
        return Map.of("next", next, "check", check, "error", error);
    }

    /** Reads the stored form; what was not written by us is the start. */
    public static Offset of(@Nullable Map<String, ?> stored) {
        if (stored == null
                || !(stored.get("next") instanceof Number next)
                || !(stored.get("check") instanceof String check)) {
            return START;
        }
        Object error = stored.get("error");
        return new Offset(Math.max(0, next.longValue()), check, error instanceof String e ? e : "");
    }
}
