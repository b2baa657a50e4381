package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a text with a position that can be taken back by one line. CR, LF and CRLF end a
 * line; NUL is replaced.
 */
final class Lines {
    private final String text;
    private int position;
    private int previous;
    private int number;

    Lines(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The next line, or null behind the last one. */
    @Nullable String next() {
        if (position >= text.length()) {
            return null;
        }
        previous = position;
        int end = position;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        String line = text.substring(position, end);
        number++;
        boolean pair = text.startsWith("\r\n", end);
        position = end + (pair ? 2 : 1);
        return line.replace('\u0000', '\uFFFD');
    }

    /** Takes the last line back. */
    void back() {
        position = previous;
        number--;
    }

    /** The number of the last line, from 1. */
    int number() {
        return number;
    }
}
