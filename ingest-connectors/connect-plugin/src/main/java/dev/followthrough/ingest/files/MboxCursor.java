package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.email.MailReader;
import dev.followthrough.ingest.email.MboxReader;
import dev.followthrough.ingest.email.RawMail;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Reads the messages of an mbox in constant memory. The offset's check covers the bytes just before
 * it: where they differ the mailbox was rewritten and is read from its beginning.
 */
final class MboxCursor implements Document.Cursor {
    private static final int CHECKED = 512;
    private static final int DIGITS = 24;

    private final MboxDocument document;
    private final Letters letters;
    private final Queue<Read> ready = new ArrayDeque<>();
    private @Nullable FileChannel channel;
    private @Nullable MboxReader reader;
    private Offset offset = Offset.START;

    MboxCursor(MboxDocument document, Offset from) {
        this.document = document;
        this.letters = new Letters(document.file(), document.clock());
        try {
            FileChannel open = FileChannel.open(document.path(), StandardOpenOption.READ);
            channel = open;
            offset =
                    check(open, from.next()).equals(from.check())
                            ? from
                            : new Offset(0, "", from.error());
            reader = MboxReader.read(open, offset.next(), MailReader.MAX_BYTES);
        } catch (IOException | UncheckedIOException e) {
            broken(e);
        }
    }

    private static String check(FileChannel channel, long next) throws IOException {
        int length = (int) Math.min(CHECKED, next);
        ByteBuffer before = ByteBuffer.allocate(length);
        long from = next - length;
        int read = 0;
        while (before.hasRemaining() && read >= 0) {
            read = channel.read(before, from + before.position());
        }
        return next == 0 ? "" : Digest.of(before.array(), DIGITS);
    }

    @Override
    public @Nullable Read next() {
        while (ready.isEmpty() && reader != null) {
            try {
                advance(reader);
            } catch (IOException | UncheckedIOException e) {
                broken(e);
            }
        }
        return ready.poll();
    }

    private void advance(MboxReader from) throws IOException {
        if (!from.hasNext()) {
            reader = null;
            return;
        }
        take(from.next());
    }

    private void take(RawMail mail) throws IOException {
        Offset before = offset;
        FileChannel open = channel;
        offset = open == null ? before : new Offset(mail.end(), check(open, mail.end()), "");
        List<Mapped> mapped = MailMapping.map(mail, document.modified());
        for (int i = 0; i < mapped.size(); i++) {
            ready.add(read(mapped.get(i), mail, i == mapped.size() - 1 ? offset : before));
        }
    }

    private Read read(Mapped mapped, RawMail mail, Offset behind) {
        if (mapped instanceof Mapped.Said said) {
            return new Read.Said(document.file(), behind, said.signal());
        }
        if (mapped instanceof Mapped.Rejected rejected) {
            return new Read.Dead(
                    document.file(),
                    behind,
                    letters.write(rejected, "byte", mail.start(), mail.bytes()));
        }
        return new Read.Skipped(document.file(), behind, mapped.toString(), false);
    }

    private void broken(Exception why) {
        reader = null;
        Mapped.Rejected rejected =
                new Mapped.Rejected("unreadable-file", String.valueOf(why.getMessage()));
        Offset after =
                new Offset(offset.next(), offset.check(), Digest.of(rejected.toString(), DIGITS));
        if (!after.error().equals(offset.error())) {
            ready.add(
                    new Read.Dead(
                            document.file(),
                            after,
                            letters.write(rejected, "byte", offset.next(), new byte[0])));
        }
        offset = after;
    }

    @Override
    public boolean atItemEnd() {
        return ready.isEmpty();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
