package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Reads counted objects. Its offset holds how many were read and a digest over all of them, so a
 * restart goes on behind them where they are unchanged, and begins anew where they are not.
 */
final class ItemCursor implements Document.Cursor {
    private static final int DIGITS = 24;

    private final ItemDocument document;
    private final Letters letters;
    private final Queue<Read> ready = new ArrayDeque<>();
    private Items items;
    private Offset offset = Offset.START;

    private ItemCursor(ItemDocument document) {
        this.document = document;
        this.letters = new Letters(document.file(), document.clock());
        this.items = document.openItems();
    }

    static ItemCursor open(ItemDocument document, Offset from) {
        ItemCursor cursor = new ItemCursor(document);
        cursor.resume(from);
        return cursor;
    }

    private void resume(Offset from) {
        while (offset.next() < from.next()) {
            Item item = items.next();
            if (item == null || item.broken()) {
                restart(from);
                return;
            }
            offset = behind(item);
        }
        if (offset.check().equals(from.check())) {
            offset = from;
        } else {
            restart(from);
        }
    }

    /** Another file stands under this name, or an object before the offset changed. */
    private void restart(Offset from) {
        closeQuietly();
        items = document.openItems();
        offset = new Offset(0, "", from.next() == 0 ? from.error() : "");
    }

    private Offset behind(Item item) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(offset.check().getBytes(StandardCharsets.US_ASCII));
        both.writeBytes(item.raw());
        return new Offset(offset.next() + 1, Digest.of(both.toByteArray(), DIGITS), "");
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

    /**
     * Only the last thing of an object moves the offset: a crash in between reads the whole object
     * again.
     */
    private void take(Item item) {
        Offset before = offset;
        Offset after = item.broken() ? broken(item) : behind(item);
        if (item.broken() && after.error().equals(before.error())) {
            return; // told before
        }
        int left = item.mapped().size();
        for (Mapped mapped : item.mapped()) {
            left--;
            ready.add(read(mapped, item, before.next(), left == 0 ? after : before));
        }
        offset = after;
    }

    private Offset broken(Item item) {
        Mapped why = item.mapped().get(0);
        return new Offset(offset.next(), offset.check(), Digest.of(why.toString(), DIGITS));
    }

    private Read read(Mapped mapped, Item item, long number, Offset behind) {
        String file = document.file();
        if (mapped instanceof Mapped.Said said) {
            return new Read.Said(file, behind, said.signal());
        }
        if (mapped instanceof Mapped.Known known) {
            return new Read.Known(file, behind, known.entry());
        }
        if (mapped instanceof Mapped.Rejected rejected) {
            return new Read.Dead(file, behind, letters.write(rejected, "item", number, item.raw()));
        }
        return new Read.Skipped(file, behind, ((Mapped.Ignored) mapped).reason(), false);
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
