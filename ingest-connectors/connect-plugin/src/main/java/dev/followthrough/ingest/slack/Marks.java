package dev.followthrough.ingest.slack;

import java.util.BitSet;

/**
 * Where in a message tags and formatting marks stand. A mark formats only where Slack would show it
 * so: it opens behind no word character and before no space, and closes on the same line behind no
 * space and before no word character. Everything else is an asterisk, an underscore, a tilde.
 */
final class Marks {
    private static final String FENCE = "```";
    private static final String FORMATTING = "*_~";

    private final String raw;
    private final BitSet opaque = new BitSet();
    private final BitSet tags = new BitSet();
    private final BitSet formatting = new BitSet();

    private Marks(String raw) {
        this.raw = raw;
    }

    static Marks of(String raw) {
        Marks marks = new Marks(raw);
        marks.findCode();
        marks.findTags();
        marks.findFormatting();
        return marks;
    }

    /** The offset of the {@code >} of the tag that begins here; 0 where none does. */
    int tagEnd(int at) {
        return tags.get(at) ? raw.indexOf('>', at) : 0;
    }

    /** Whether the character here only formats. */
    boolean isFormatting(int at) {
        return formatting.get(at);
    }

    private void findCode() {
        int at = 0;
        while ((at = raw.indexOf('`', at)) >= 0) {
            boolean fence = raw.startsWith(FENCE, at);
            int from = at + (fence ? FENCE.length() : 1);
            int end = raw.indexOf(fence ? FENCE : "`", from);
            int line = raw.indexOf('\n', from);
            if (end < 0) {
                return; // no later backtick can close anything either, but for a single one behind
                // a fence
            }
            if (!fence && line >= 0 && line < end) {
                at = line;
                continue;
            }
            opaque.set(at, end);
            at = end + (fence ? FENCE.length() : 1);
        }
    }

    private void findTags() {
        int at = 0;
        while ((at = raw.indexOf('<', at)) >= 0) {
            int end = at + 1;
            while (end < raw.length() && "<>\n".indexOf(raw.charAt(end)) < 0) {
                end++;
            }
            if (end < raw.length() && raw.charAt(end) == '>' && end > at + 1) {
                tags.set(at);
                opaque.set(at, end + 1);
            }
            at = Math.max(end, at + 1);
        }
    }

    private void findFormatting() {
        int line = 0;
        while (line < raw.length()) {
            int end = raw.indexOf('\n', line);
            end = end < 0 ? raw.length() : end;
            for (int i = 0; i < FORMATTING.length(); i++) {
                findPairs(line, end, FORMATTING.charAt(i));
            }
            line = end + 1;
        }
    }

    private void findPairs(int from, int to, char mark) {
        int at = from;
        while (at < to) {
            if (!opens(at, to, mark)) {
                at++;
                continue;
            }
            int close = at + 2;
            while (close < to && !closes(close, from, to, mark)) {
                close++;
            }
            if (close >= to) {
                return; // what closes no earlier mark closes no later one
            }
            formatting.set(at);
            formatting.set(close);
            at = close + 1;
        }
    }

    private boolean opens(int at, int to, char mark) {
        if (raw.charAt(at) != mark || opaque.get(at) || at + 1 >= to) {
            return false;
        }
        char next = raw.charAt(at + 1);
        return !Character.isWhitespace(next)
                && next != mark
                && (at == 0 || isBoundary(raw.charAt(at - 1), mark));
    }

    private boolean closes(int at, int from, int to, char mark) {
        if (raw.charAt(at) != mark || opaque.get(at) || at == from) {
            return false;
        }
        boolean behindWord =
                !Character.isWhitespace(raw.charAt(at - 1)) && raw.charAt(at - 1) != mark;
        return behindWord && (at + 1 >= to || isBoundary(raw.charAt(at + 1), mark));
    }

    private static boolean isBoundary(char neighbour, char mark) {
        return !Character.isLetterOrDigit(neighbour) && neighbour != mark;
    }
}
