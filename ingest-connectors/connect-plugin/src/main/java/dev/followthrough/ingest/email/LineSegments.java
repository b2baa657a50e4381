package dev.followthrough.ingest.email;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads lines in pieces, so that a line of any length takes constant memory. A piece that starts a
 * line holds at least its first {@value #PREFIX} bytes (or all of it).
 */
final class LineSegments {
    static final int PREFIX = 512;
    private static final int BUFFER = 128 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean ended;
    private boolean startsLine = true;
    private boolean endsLine = true;
    private int from;
    private int to;

    LineSegments(InputStream in) {
        this.in = in;
    }

    /** Moves to the next piece; false at the end of the input. */
    boolean next() throws IOException {
        startsLine = endsLine;
        fill(startsLine ? PREFIX : 1);
        if (position == limit) {
            return false;
        }
        from = position;
        to = from;
        while (to < limit && buffer[to] != '\n') {
            to++;
        }
        endsLine = to < limit;
        to = endsLine ? to + 1 : to;
        position = to;
        return true;
    }

    private void fill(int wanted) throws IOException {
        if (limit - position >= wanted || ended) {
            return;
        }
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < buffer.length && !ended) {
            int read = in.read(buffer, limit, buffer.length - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
    }

    /** Whether the piece begins at the start of a line. */
    boolean startsLine() {
        return startsLine;
    }

    /** The buffer; the piece is {@code [from(), to())}, its line feed included. */
    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
