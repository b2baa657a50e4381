package dev.followthrough.ingest.email;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Recognizes the line that separates messages of an mbox (RFC 4155): {@code From }, an address, and
 * a date as {@code asctime} writes it. A sentence that begins with “From” has no such date.
 */
final class MboxSeparator {
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern DATE =
            Pattern.compile(
                    "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? {1,2}(?:[A-Z][a-z]{2} {1,2}\\d{1,2}|\\d{1,2}"
                            + " {1,2}[A-Z][a-z]{2}(?: \\d{4})?) {1,2}\\d{1,2}:\\d{2}");

    private MboxSeparator() {}

    /** Whether the line at {@code [from, to)} separates messages. */
    static boolean matches(byte[] buffer, int from, int to) {
        if (!startsWithFrom(buffer, from, to)) {
            return false;
        }
        int length = Math.min(to - from, LineSegments.PREFIX);
        return DATE.matcher(new String(buffer, from, length, StandardCharsets.ISO_8859_1)).find();
    }

    /** Whether the line is {@code From } behind one or more {@code >}. */
    static boolean isQuoted(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && buffer[at] == '>') {
            at++;
        }
        return at > from && startsWithFrom(buffer, at, to);
    }

    private static boolean startsWithFrom(byte[] buffer, int from, int to) {
        if (to - from < FROM.length) {
            return false;
        }
        for (int i = 0; i < FROM.length; i++) {
            if (buffer[from + i] != FROM[i]) {
                return false;
            }
        }
        return true;
    }
}
