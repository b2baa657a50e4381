package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Looks at the bytes of a message before anything parses them: where it starts, and whether parsing
 * is bounded.
 */
final class MailBytes {
    private static final int LONGEST_HEADER = 1024 * 1024;
    private static final int MOST_DELIMITERS = 20_000;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private MailBytes() {}

    /** Why the bytes must not be parsed; null where they may. */
    static MailReading.@Nullable Rejected refused(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            return new MailReading.Rejected(
                    "mail-too-large",
                    "a mail must have at most "
                            + maxBytes
                            + " bytes, this one has "
                            + bytes.length);
        }
        if (headerEnd(bytes) > LONGEST_HEADER) {
            return new MailReading.Rejected(
                    "mail-header-too-large",
                    "no end of the header within " + LONGEST_HEADER + " bytes");
        }
        if (delimiters(bytes) > MOST_DELIMITERS) {
            return new MailReading.Rejected(
                    "mail-too-many-parts",
                    "more than " + MOST_DELIMITERS + " lines look like the start of a part");
        }
        return null;
    }

    /** Whether no blank line ends the header: nobody has said anything yet. */
    static boolean endsInHeader(byte[] bytes) {
        return headerEnd(bytes) == bytes.length;
    }

    private static int headerEnd(byte[] bytes) {
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                if (i - line == 0 || i - line == 1 && bytes[line] == '\r') {
                    return line;
                }
                line = i + 1;
            }
        }
        return bytes.length;
    }

    private static int delimiters(byte[] bytes) {
        int count = 0;
        for (int i = 0; i + 2 < bytes.length; i++) {
            boolean startsLine = i == 0 || bytes[i - 1] == '\n';
            count += startsLine && bytes[i] == '-' && bytes[i + 1] == '-' ? 1 : 0;
        }
        return count;
    }

    /**
     * Where the header starts: behind a byte order mark, blank lines and a separator line of an
     * mbox.
     */
    static int start(byte[] bytes) {
        int at =
                bytes.length >= 3
                                && (bytes[0] & 0xFF) == 0xEF
                                && (bytes[1] & 0xFF) == 0xBB
                                && (bytes[2] & 0xFF) == 0xBF
                        ? 3
                        : 0;
        while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == ' ')) {
            at++;
        }
        int from = at < bytes.length && bytes[at] == '>' ? at + 1 : at;
        if (!startsWith(bytes, from, FROM)) {
            return at;
        }
        while (from < bytes.length && bytes[from] != '\n') {
            from++;
        }
        return Math.min(from + 1, bytes.length);
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
