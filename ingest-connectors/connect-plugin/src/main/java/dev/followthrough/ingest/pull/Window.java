package dev.followthrough.ingest.pull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A stretch of time whose objects were all read, of a source that lists them by their time. Windows
 * follow each other up to now; then the last days are read again and again, since what belongs to
 * them may come late.
 *
 * @param end behind it, or on its last day
 * @param now by the source's clock
 * @param overlap how long behind its own time something may come
 */
public record Window(Instant begin, Instant end, Instant now, Duration overlap) {
    private static final String BACKFILL = "begin";

    /** Whether the source has nothing behind it. */
    public boolean last() {
        return !end.isBefore(now);
    }

    /** Where the next one begins; never before this one. */
    public Instant next() {
        Instant settled = now.minus(overlap);
        return !last() ? end : settled.isAfter(begin) ? settled : begin;
    }

    /**
     * The page that closes it.
     *
     * @param behind the checkpoint of the next one, apart from the backfill's begin
     * @param rest before the next look, where this is the last one
     */
    public Page close(List<Item> items, Checkpoint behind, Duration rest) {
        if (last()) {
            return Page.last(items, behind.with(BACKFILL, ""), rest);
        }
        Instant first = first(behind.text(BACKFILL));
        return Page.more(items, behind.with(BACKFILL, first.toString()))
                .of(Page.Progress.between(first, next(), now));
    }

    private Instant first(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return begin;
        }
    }
}
