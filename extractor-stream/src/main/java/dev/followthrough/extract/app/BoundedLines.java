package dev.followthrough.extract.app;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lines of UTF-8, never held beyond a bound: of a longer one only its number is known. Not
 * thread-safe.
 */
final class BoundedLines {
    /** Room for a text of a mebibyte with its escapes, and its context. */
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
            if (line.size() < MAX_BYTES) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** The line without its end and byte order mark; null where it is no UTF-8. */
    @Nullable String text() {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(line.toByteArray()))
                            .toString();
            return number == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** Whether nothing waits to be read: whoever writes may wait for an answer. */
    boolean isAtPause() throws IOException {
        return in.available() == 0;
    }
}
