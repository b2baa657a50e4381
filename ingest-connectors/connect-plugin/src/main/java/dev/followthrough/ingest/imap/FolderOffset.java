package dev.followthrough.ingest.imap;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * How far a folder has been read: a function of its content alone.
 *
 * @param uidValidity the folder's generation; 0 before anything was read. Where the server names
 *     another one its UIDs mean other messages, and the folder is read again under the same keys
 * @param next the lowest UID that has not been handed out
 */
record FolderOffset(long uidValidity, long next) {
    /** Before anything was read. */
    static final FolderOffset START = new FolderOffset(0, 1);

    private static final String VALIDITY = "uidvalidity";
    private static final String NEXT = "next";

    FolderOffset {
        if (uidValidity < 0 || next < 1) {
            throw new IllegalArgumentException(
                    "offset of a folder must have uidvalidity 0 or more and next 1 or more, had "
                            + uidValidity
                            + " and "
                            + next);
        }
    }

    /** This offset where the generation is still the same, else the start of the new one. */
    FolderOffset in(long validity) {
        return validity == uidValidity ? this : new FolderOffset(validity, 1);
    }

    FolderOffset behind(long uid) {
        return new FolderOffset(uidValidity, Math.max(next, uid + 1));
    }

    /** The form in which a Connect worker stores it. */
    Map<String, Object> toMap() {
        return Map.of(VALIDITY, uidValidity, NEXT, next);
    }

    /** Reads the stored form; what was not written by us is the start. */
    static FolderOffset of(@Nullable Map<String, ?> stored) {
        if (stored == null
                || !(stored.get(VALIDITY) instanceof Number validity)
                || !(stored.get(NEXT) instanceof Number next)
                || validity.longValue() < 0
                || next.longValue() < 1) {
            return START;
        }
        return new FolderOffset(validity.longValue(), next.longValue());
    }
}
