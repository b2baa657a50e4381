package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.Checkpoint;

import java.time.Instant;

/**
 * How far a folder has been read: a function of its content alone.
 *
 * @param uidValidity the folder's generation; 0 before anything was read. Where the server names
 *     another one its UIDs mean other messages, and the folder is read again under the same keys
 * @param next the lowest UID that has not been handed out
 * @param since what came into the folder earlier is left out, however often it is read again
 */
record FolderOffset(long uidValidity, long next, Instant since) {
    /** Before anything was read. */
    static final FolderOffset START = new FolderOffset(0, 1, Instant.EPOCH);

    private static final String VALIDITY = "uidvalidity";
    private static final String NEXT = "next";
    private static final String SINCE = "since";

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
        return validity == uidValidity ? this : new FolderOffset(validity, 1, since);
    }

    FolderOffset behind(long uid) {
        return new FolderOffset(uidValidity, Math.max(next, uid + 1), since);
    }

    FolderOffset from(Instant first) {
        return new FolderOffset(uidValidity, next, first);
    }

    Checkpoint toCheckpoint() {
        Checkpoint read = Checkpoint.START.with(VALIDITY, uidValidity).with(NEXT, next);
        return since.equals(Instant.EPOCH) ? read : read.with(SINCE, since.toEpochMilli());
    }

    /** Reads the stored form; what was not written by us is the start. */
    static FolderOffset of(Checkpoint stored) {
        long validity = stored.number(VALIDITY, -1);
        long next = stored.number(NEXT, -1);
        return validity < 1 || next < 1
                ? START
                : new FolderOffset(
                        validity, next, Instant.ofEpochMilli(Math.max(0, stored.number(SINCE, 0))));
    }
}
