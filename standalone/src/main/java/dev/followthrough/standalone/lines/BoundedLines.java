package dev.followthrough.standalone.lines;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8, never held beyond a bound: of a longer one only its number is known. */
final class BoundedLines {
    /** Room for the longest text with its escapes, and its context. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long number;

    BoundedLines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        int b = in.read();
        if (b < 0) {
            return false;
        }
        number++;
        for (; b >= 0 && b != '\n'; b = in.read()) {
            keep(b);
        }
        return true;
    }

    private void keep(int b) {
        if (line.size() < MAX_BYTES) {
            line.write(b);
        } else {
            tooLong = true;
        }
    }

    boolean isTooLong() {
        return tooLong;
    }

    String text() {
        return line.toString(StandardCharsets.UTF_8);
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** Whether whoever writes waits for an answer. */
    boolean isAtPause() throws IOException {
        return in.available() == 0;
    }
}
