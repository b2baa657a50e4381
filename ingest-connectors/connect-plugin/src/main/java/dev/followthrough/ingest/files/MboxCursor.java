package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.model.Signal;
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
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Reads the messages of an mbox in constant memory. The offset's check covers the bytes just before
 * it: where they differ the mailbox was rewritten and is read from its beginning. The last message
 * may be half written, so its offset stays at its beginning: when the file has grown it is looked
 * at again, and handed out again only where it is another one.
 */
final class MboxCursor implements Document.Cursor {
    private static final int CHECKED = 512;

    private final MboxDocument document;
    private final Letters letters;
    private final Queue<Read> ready = new ArrayDeque<>();
    private @Nullable FileChannel channel;
    private @Nullable MboxReader reader;
    private Offset offset = Offset.START;
    private boolean waiting;

    MboxCursor(MboxDocument document, Offset from) {
        this.document = document;
        this.letters = new Letters(document.file(), document.clock());
        try {
            FileChannel open = FileChannel.open(document.path(), StandardOpenOption.READ);
            channel = open;
            offset = check(open, from.next()).equals(from.check()) ? from : Offset.START;
            reader = MboxReader.read(open, offset.next(), MailReader.MAX_BYTES);
        } catch (IOException | UncheckedIOException e) {
            offset = from;
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
        return next == 0 ? "" : Digest.of(before.array(), Offset.DIGITS);
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
        RawMail mail = from.next();
        byte[] words = withoutLastLines(mail.bytes());
        boolean ended = mail.closed() || mail.bytes().length >= words.length + 2;
        if (ended || document.isLeftAlone()) {
            take(mail, words);
        } else {
            waiting = true;
            reader = null;
        }
    }

    /** The blank line that ends a message is often written with the next one only. */
    private static byte[] withoutLastLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private void take(RawMail mail, byte[] words) throws IOException {
        Offset before = offset;
        FileChannel open = channel;
        if (open == null) {
            return;
        }
        List<Mapped> parts =
                MailMapping.map(mail, document.modified(), before.toldOtherwise(words));
        offset =
                mail.closed()
                        ? new Offset(mail.end(), check(open, mail.end()), "")
                        : before.behindOpen(words);
        for (int i = before.partsOf(parts.size(), words); i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            ready.add(read(parts, i, mail, last ? offset : before.behindParts(i + 1, words)));
        }
    }

    private Read read(List<Mapped> parts, int number, RawMail mail, Offset behind) {
        Mapped mapped = parts.get(number);
        if (mapped instanceof Mapped.Said said) {
            Signal first = Mapped.first(parts).orElse(said.signal());
            return new Read.Said(document.file(), behind, said.signal(), first);
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
                new Mapped.Rejected(
                        "unreadable-file",
                        why.getClass().getSimpleName() + ": " + why.getMessage());
        Offset after = offset.behindError(rejected.toString());
        if (!after.equals(offset)) {
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
    public boolean waiting() {
        return waiting;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
