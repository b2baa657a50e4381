package dev.followthrough.ingest.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Streams the messages of an mbox file (mboxrd and mboxo) from any offset an earlier entry gave.
 * Memory is bounded by one message of the largest size allowed, whatever the file or a line
 * measures. Not for several threads; throws {@link UncheckedIOException} where the file cannot be
 * read.
 */
public final class MboxReader implements Iterator<RawMail> {
    private final LineSegments lines;
    private final int maxBytes;
    private long offset;
    private boolean pending;
    private boolean atSeparator;

    private MboxReader(InputStream in, long offset, int maxBytes) {
        this.lines = new LineSegments(in);
        this.offset = offset;
        this.maxBytes = maxBytes;
        this.pending = advance();
    }

    /**
     * Reads from an offset of a file.
     *
     * @param channel stays the caller's to close
     * @param fromOffset 0, or the start or end of an earlier entry
     * @param maxBytes largest message handed out whole
     */
    public static MboxReader read(SeekableByteChannel channel, long fromOffset, int maxBytes)
            throws IOException {
        channel.position(fromOffset);
        return new MboxReader(Channels.newInputStream(channel), fromOffset, maxBytes);
    }

    /** Reads a stream that stands at an offset of its file. */
    public static MboxReader read(InputStream in, long atOffset, int maxBytes) {
        return new MboxReader(in, atOffset, maxBytes);
    }

    /** Whether a file that begins with these bytes is an mbox. */
    public static boolean isMbox(byte[] beginning) {
        return MboxSeparator.matches(beginning, 0, lineEnd(beginning));
    }

    private static int lineEnd(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    @Override
    public boolean hasNext() {
        return pending;
    }

    @Override
    public RawMail next() {
        if (!pending) {
            throw new NoSuchElementException("no message behind offset " + offset);
        }
        long start = offset;
        boolean message = atSeparator;
        Bounded bytes = new Bounded(maxBytes);
        if (message) {
            skipSeparator();
        }
        while (pending && !atSeparator) {
            take(bytes);
        }
        return entry(start, message, bytes);
    }

    private RawMail entry(long start, boolean message, Bounded bytes) {
        boolean closed = pending;
        if (!message) {
            return new RawMail.Stray(start, offset, closed, bytes.toBytes());
        }
        return bytes.tooLarge()
                ? new RawMail.TooLarge(start, offset, closed, bytes.toBytes())
                : new RawMail.Whole(start, offset, closed, bytes.toBytes());
    }

    private void skipSeparator() {
        do {
            step();
        } while (pending && !lines.startsLine());
    }

    private void take(Bounded bytes) {
        boolean quoted =
                lines.startsLine()
                        && MboxSeparator.isQuoted(lines.buffer(), lines.from(), lines.to());
        bytes.add(lines.buffer(), lines.from() + (quoted ? 1 : 0), lines.to());
        step();
    }

    private void step() {
        offset += lines.to() - lines.from();
        pending = advance();
    }

    private boolean advance() {
        try {
            boolean more = lines.next();
            atSeparator =
                    more
                            && lines.startsLine()
                            && MboxSeparator.matches(lines.buffer(), lines.from(), lines.to());
            return more;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
