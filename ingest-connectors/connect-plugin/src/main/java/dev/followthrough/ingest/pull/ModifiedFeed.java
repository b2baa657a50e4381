package dev.followthrough.ingest.pull;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows what is modified: walks from the oldest modification to the newest, then again and again
 * from a little before the newest. That overlap catches what a source shows later than its stamp
 * says (an index that lags, a transaction that commits late); what was published is remembered, so
 * that it is not published again. No clock but the source's decides anything.
 */
public final class ModifiedFeed implements Feed {
    /** Kept in a checkpoint, some 13 characters each. */
    private static final int MOST_STORED = 4000;

    /** Kept while the task runs: an import may touch more within the overlap. */
    private static final int MOST_KEPT = 200_000;

    private final String name;
    private final ModifiedRows rows;
    private final Supplier<Instant> start;
    private final Duration overlap;
    private final Duration rest;
    private final Tools tools;

    // A cache: what a checkpoint says in short. Anew where reading begins from another one.
    private @Nullable Checkpoint known;
    private Seen seen = new Seen(MOST_KEPT);
    private final Set<Mark> walked = new HashSet<>();

    /**
     * @param name stable over restarts: {@code notes}
     * @param start from which modification on, where nothing was read yet
     * @param overlap how much later than its stamp the source may show a row, at most
     * @param rest between two walks
     */
    public ModifiedFeed(
            String name,
            ModifiedRows rows,
            Supplier<Instant> start,
            Duration overlap,
            Duration rest,
            Tools tools) {
        this.name = name;
        this.rows = rows;
        this.start = start;
        this.overlap = overlap;
        this.rest = rest;
        this.tools = tools;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Instant newest(Checkpoint at) {
        return at.has("newest") ? Instant.ofEpochMilli(at.number("newest", 0)) : null;
    }

    @Override
    public Page read(Checkpoint from) throws InterruptedException {
        Mark mark =
                from.has("stamp")
                        ? new Mark(Instant.ofEpochMilli(from.number("stamp", 0)), from.text("id"))
                        : Mark.from(start.get());
        ModifiedRows.Rows found = rows.after(mark);
        move(mark, found.next());
        if (!from.equals(known)) {
            seen = Seen.of(from.text("seen"), MOST_KEPT);
        }
        long newest = from.number("newest", 0);
        List<Item> fresh = new ArrayList<>();
        for (ModifiedRows.Row row : found.rows()) {
            newest = Math.max(newest, row.stamp().toEpochMilli());
            if (seen.add(row.stamp().toEpochMilli(), row.id() + " " + digest(row.item()))) {
                fresh.add(row.item());
            }
        }
        seen.forgetBefore(newest - overlap.toMillis());
        return page(from, mark, found, fresh, newest);
    }

    private Page page(
            Checkpoint from, Mark mark, ModifiedRows.Rows found, List<Item> fresh, long newest) {
        Mark next = found.next();
        Checkpoint behind =
                from.with("newest", newest == 0 ? "" : Long.toString(newest))
                        .with("seen", seen.text(MOST_STORED));
        if (next == null) {
            long again = newest == 0 ? mark.stamp().toEpochMilli() : newest - overlap.toMillis();
            known = behind.with("stamp", again).with("id", "").with("begin", "");
            walked.clear();
            return Page.last(fresh, known, rest);
        }
        boolean backfill = !from.has("stamp") || from.has("begin");
        if (backfill && !from.has("begin") && !found.rows().isEmpty()) {
            behind = behind.with("begin", found.rows().get(0).stamp().toEpochMilli());
        }
        known = behind.with("stamp", next.stamp().toEpochMilli()).with("id", next.id());
        Page page = Page.more(fresh, known);
        return known.has("begin") ? page.of(progress(known, next)) : page;
    }

    private Page.Progress progress(Checkpoint at, Mark next) {
        Instant begin = Instant.ofEpochMilli(at.number("begin", 0));
        return Page.Progress.between(begin, next.stamp(), tools.clock().instant());
    }

    /** A walk that comes back to where it was, or before, would never end. */
    private void move(Mark mark, @Nullable Mark next) {
        boolean forward =
                next == null || !next.stamp().isBefore(mark.stamp()) && !next.equals(mark);
        boolean anew = next == null || walked.add(next);
        if (!forward || !anew) {
            walked.clear();
            throw new PullException.Unavailable(
                    name + " gave rows that do not go on: its pages never end");
        }
    }

    private static String digest(Item item) {
        StringBuilder all = new StringBuilder();
        for (Mapped mapped : item.mapped()) {
            all.append(text(mapped)).append('\n');
        }
        return Digest.of(all.toString(), 20);
    }

    private static String text(Mapped mapped) {
        if (mapped instanceof Mapped.Said said) {
            return Json.text(said.signal());
        }
        return mapped instanceof Mapped.Known entry ? Json.text(entry.entry()) : mapped.toString();
    }
}
