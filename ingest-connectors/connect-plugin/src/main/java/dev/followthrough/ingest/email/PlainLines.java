package dev.followthrough.ingest.email;

import java.util.ArrayList;
import java.util.List;

/** Lines of a plain-text body; {@code format=flowed} (RFC 3676) is joined to paragraphs again. */
final class PlainLines {
    private PlainLines() {}

    static List<Line> of(String body) {
        List<Line> lines = new ArrayList<>();
        body.lines().forEach(line -> lines.add(Line.of(clean(line))));
        return lines;
    }

    /**
     * @param delSp whether the blank that marks a soft break is dropped, as for languages without
     *     blanks
     */
    static List<Line> flowed(String body, boolean delSp) {
        List<Line> lines = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        int depth = -1;
        for (String raw : body.lines().toList()) {
            int quotes = quotes(raw);
            String text = unstuffed(raw, quotes);
            if (depth >= 0 && depth != quotes) {
                lines.add(quoted(paragraph, depth));
            }
            paragraph.append(text);
            boolean soft = text.endsWith(" ") && !text.equals("-- ");
            if (soft && delSp) {
                paragraph.setLength(paragraph.length() - 1);
            }
            depth = soft ? quotes : -1;
            if (!soft) {
                lines.add(quoted(paragraph, quotes));
            }
        }
        if (depth >= 0) {
            lines.add(quoted(paragraph, depth));
        }
        return lines;
    }

    private static int quotes(String raw) {
        int quotes = 0;
        while (quotes < raw.length() && raw.charAt(quotes) == '>') {
            quotes++;
        }
        return quotes;
    }

    private static String unstuffed(String raw, int quotes) {
        int from = quotes < raw.length() && raw.charAt(quotes) == ' ' ? quotes + 1 : quotes;
        return raw.substring(from);
    }

    private static Line quoted(StringBuilder paragraph, int depth) {
        String text = clean(paragraph.toString());
        paragraph.setLength(0);
        return Line.of(depth == 0 ? text : ">".repeat(Math.min(depth, 20)) + " " + text);
    }

    /**
     * No-break blanks become blanks and signs without width go: nobody who quotes a mail types
     * them.
     */
    static String clean(String line) {
        boolean plain = line.chars().allMatch(c -> c >= ' ' && c < 0xA0 || c == '\t');
        if (plain) {
            return line;
        }
        StringBuilder clean = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\u00A0' || c == '\u2007' || c == '\u202F') {
                clean.append(' ');
            } else if (c != '\u200B'
                    && c != '\uFEFF'
                    && c != '\u00AD'
                    && c != 0
                    && c != '\u200E'
                    && c != '\u200F') {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
