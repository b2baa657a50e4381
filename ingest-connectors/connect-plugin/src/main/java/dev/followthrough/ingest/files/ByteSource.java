package dev.followthrough.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, with one looked ahead and a count. */
final class ByteSource implements Closeable {
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private long before;
    private int position;
    private int limit;

    ByteSource(InputStream in) {
        this.in = in;
    }

    /** How many bytes have been taken. */
    long offset() {
        return before + position;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        if (position == limit) {
            before += limit;
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position < limit ? buffer[position] & 0xFF : -1;
    }

    /** Takes the next byte; -1 at the end. */
    int read() throws IOException {
        int c = peek();
        position += c < 0 ? 0 : 1;
        return c;
    }

    /** Whether this is a byte of the mark with which some texts in UTF-8 begin. */
    boolean isMark(int c) {
        return offset() < 3 && (c == 0xEF || c == 0xBB || c == 0xBF);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
