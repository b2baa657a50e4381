package dev.followthrough.ingest.pull.slack;

import dev.followthrough.ingest.pull.Checkpoint;

/**
 * A walk through a channel's history from its newest message back, as far as it got.
 *
 * @param kind what it is for
 * @param bottom where it ends: messages of this time and before are not asked for; microseconds
 * @param before everything from here on was read
 * @param cursor of the next page; empty where the next page is asked for by time
 * @param newest message it met, 0 where none yet
 */
record Walk(Kind kind, long bottom, long before, String cursor, long newest) {
    /** What a walk is for. */
    enum Kind {
        /** From the beginning of reading back to {@code start.from}. */
        BACKFILL("b"),
        /** What is newer than everything known. */
        NEWS("n"),
        /** The recent past, for edits, deletions and late replies. */
        REVIEW("r");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    static Walk begin(Kind kind, long bottom) {
        return new Walk(kind, bottom, Long.MAX_VALUE, "", 0);
    }

    boolean begun() {
        return before != Long.MAX_VALUE;
    }

    /** Behind a page that reached down to a time. */
    Walk at(long lowest, String nextCursor, long highest) {
        return new Walk(
                kind, bottom, Math.min(before, lowest), nextCursor, Math.max(newest, highest));
    }

    Checkpoint write(Checkpoint to) {
        return to.with(kind.prefix + ".bottom", bottom)
                .with(kind.prefix + ".before", before)
                .with(kind.prefix + ".cursor", cursor)
                .with(kind.prefix + ".newest", newest);
    }

    /** Null where no such walk is under way. */
    static @org.jspecify.annotations.Nullable Walk read(Kind kind, Checkpoint from) {
        if (!from.has(kind.prefix + ".before")) {
            return null;
        }
        return new Walk(
                kind,
                from.number(kind.prefix + ".bottom", 0),
                from.number(kind.prefix + ".before", Long.MAX_VALUE),
                from.text(kind.prefix + ".cursor"),
                from.number(kind.prefix + ".newest", 0));
    }
}
