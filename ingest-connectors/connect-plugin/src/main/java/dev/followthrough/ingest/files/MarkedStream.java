package dev.followthrough.ingest.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that refuses to go further than a limit behind the last mark: no object of a file may
 * take all memory.
 */
final class MarkedStream extends FilterInputStream {
    private final int limit;
    private long count;
    private long mark;

    MarkedStream(InputStream in, int limit) {
        super(in);
        this.limit = limit;
    }

    /** An object ended here; the next may be as long as the limit again. */
    void markHere() {
        mark = count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count - mark > limit) {
            throw new IOException("object must have at most " + limit + " bytes, was larger");
        }
        int read = super.read(buffer, offset, length);
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
