package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Reads counted objects. Its offset holds how many were read, a digest over all of them but the
 * last, and one of the last: so a restart goes on behind them where they are unchanged, reads the
 * last one again where only that one grew, and begins anew where others changed.
 */
final class ItemCursor implements Document.Cursor {
    private final ItemDocument document;
    private final Letters letters;
    private final Queue<Read> ready = new ArrayDeque<>();
    private Items items;
    private Offset offset = Offset.START;

    private ItemCursor(ItemDocument document) {
        this.document = document;
        this.letters = new Letters(document.file(), document.clock());
        this.items = document.openItems(false);
    }

    static ItemCursor open(ItemDocument document, Offset from) {
        ItemCursor cursor = new ItemCursor(document);
        cursor.resume(from);
        return cursor;
    }

    private void resume(Offset from) {
        Offset before = skip(Math.max(0, from.next() - 1));
        Offset behind = skip(from.next());
        if (before == null || behind == null) {
            restart();
        } else if (behind.check().equals(from.check())) {
            offset = from;
        } else if (chain(behind).equals(chain(from))) {
            restart();
            skip(before.next());
        } else {
            restart();
        }
    }

    /** Goes on to an item; null where there are fewer. */
    private @Nullable Offset skip(long next) {
        while (offset.next() < next) {
            Item item = items.next();
            if (item == null || item.broken()) {
                return null;
            }
            offset = behind(item);
        }
        return offset;
    }

    /** Another file stands under this name, or an object changed. */
    private void restart() {
        closeQuietly();
        items = document.openItems(true);
        offset = Offset.START;
    }

    /** The part of a check that covers all items but the last. */
    private static String chain(Offset offset) {
        return offset.check().substring(0, Math.min(Offset.DIGITS, offset.check().length()));
    }

    private Offset behind(Item item) {
        String chain = Digest.of(offset.check(), Offset.DIGITS);
        return new Offset(offset.next() + 1, chain + Digest.of(item.raw(), Offset.DIGITS), "");
    }

    @Override
    public @Nullable Read next() {
        while (ready.isEmpty()) {
            Item item = items.next();
            if (item == null) {
                return null;
            }
            take(item);
        }
        return ready.poll();
    }

    @Override
    public boolean atItemEnd() {
        return ready.isEmpty();
    }

    private void take(Item item) {
        Offset before = offset;
        offset = item.broken() ? before.behindError(item.mapped().toString()) : behind(item);
        if (item.broken() && offset.equals(before)) {
            return; // told before
        }
        List<Mapped> parts = item.mapped();
        int told = before.partsOf(parts.size(), item.raw());
        for (int i = told; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            Offset behind = last ? offset : before.behindParts(i + 1, item.raw());
            ready.add(read(parts.get(i), item, before.next(), behind));
        }
    }

    private Read read(Mapped mapped, Item item, long number, Offset behind) {
        String file = document.file();
        if (mapped instanceof Mapped.Said said) {
            Signal first = Mapped.first(item.mapped()).orElse(said.signal());
            return new Read.Said(file, behind, said.signal(), first);
        }
        if (mapped instanceof Mapped.Known known) {
            return new Read.Known(file, behind, known.entry());
        }
        if (mapped instanceof Mapped.Rejected rejected) {
            return new Read.Dead(file, behind, letters.write(rejected, "item", number, item.raw()));
        }
        String reason = mapped instanceof Mapped.Ignored left ? left.reason() : "archived";
        return new Read.Skipped(file, behind, reason, false);
    }

    private void closeQuietly() {
        try {
            items.close();
        } catch (IOException e) {
            // Reading is over either way.
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }
}
