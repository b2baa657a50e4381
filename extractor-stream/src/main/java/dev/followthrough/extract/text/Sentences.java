package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits text into sentences where chat, bullets, wrapped mail and speech without punctuation must
 * all survive. One pass, linear.
 */
final class Sentences {
    /**
     * A line at least this long that ends in no mark was wrapped by a mail client, so its sentence
     * goes on below.
     */
    private static final int WRAPPED = 52;

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "e.g", "i.e", "approx",
                    "no", "inc", "ltd", "co", "corp", "jr", "sr", "dept", "fig", "jan", "feb",
                    "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon",
                    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "a.m", "p.m",
                    "u.s", "u.k", "incl", "excl", "max", "min", "art", "sec", "ext", "tel", "attn",
                    "w.r.t", "resp", "ca", "cf", "ref", "nr", "ave", "hr", "hrs");

    private Sentences() {}

    static List<Span> split(String text) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u2028') {
                if (!goesOn(text, start, i)) {
                    add(text, start, i, spans);
                    start = i + 1;
                }
            } else if (isMark(c) && ends(text, i)) {
                int end = pastMarks(text, i);
                add(text, start, end, spans);
                start = end;
                i = end - 1;
            }
        }
        add(text, start, text.length(), spans);
        return spans;
    }

    private static boolean isMark(char c) {
        return c == '.' || c == '?' || c == '!' || c == '…';
    }

    private static int pastMarks(String text, int i) {
        int end = i + 1;
        while (end < text.length()
                && (isMark(text.charAt(end)) || "\"')”’».".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static boolean ends(String text, int i) {
        int next = pastMarks(text, i);
        if (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        if (text.charAt(i) != '.' || next > i + 1) {
            return true;
        }
        String word = wordBefore(text, i);
        if (word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i")) {
            return false;
        }
        return !ABBREVIATIONS.contains(word)
                || (next + 1 < text.length() && afterAbbreviation(text, next));
    }

    /** “… at 5 p.m. We …” ends; “approx. Ten” does not matter. */
    private static boolean afterAbbreviation(String text, int next) {
        int word = next;
        while (word < text.length() && Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        int end = word;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Set.of("We", "I", "You", "They", "He", "She", "It", "The", "This", "That", "Please")
                .contains(text.substring(word, end));
    }

    private static String wordBefore(String text, int i) {
        int from = i;
        while (from > 0
                && i - from < 12
                && !Character.isWhitespace(text.charAt(from - 1))
                && text.charAt(from - 1) != '(') {
            from--;
        }
        return text.substring(from, i).toLowerCase(Locale.ROOT);
    }

    private static boolean goesOn(String text, int start, int lineEnd) {
        int lineStart = Math.max(start, text.lastIndexOf('\n', Math.max(0, lineEnd - 1)) + 1);
        if (lineEnd - lineStart < WRAPPED || lineEnd + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(lineEnd - 1);
        int next = lineEnd + 1;
        return !isMark(before)
                && before != ':'
                && !Character.isWhitespace(text.charAt(next))
                && bulletEnd(text, next, text.length()) == next;
    }

    private static void add(String text, int from, int to, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        int item = bulletEnd(text, start, end);
        boolean bullet = item > start;
        start = item;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            spans.add(new Span(start, end, bullet));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
    }

    /**
     * Where the words begin after “- ”, “• ”, “3. ”, “b) ”, “[ ] ”; the start itself where there is
     * no list mark.
     */
    private static int bulletEnd(String text, int start, int end) {
        int i = start;
        if (i < end && "-*•·–—>▪◦".indexOf(text.charAt(i)) >= 0) {
            i++;
        } else {
            while (i < end && i - start < 3 && Character.isDigit(text.charAt(i))) {
                i++;
            }
            if (i == start
                    && i < end
                    && Character.isLetter(text.charAt(i))
                    && i + 1 < end
                    && text.charAt(i + 1) == ')') {
                i++;
            }
            if (i == start || i >= end || (text.charAt(i) != '.' && text.charAt(i) != ')')) {
                return start;
            }
            i++;
        }
        int words = i;
        while (words < end && isBlank(text.charAt(words)) && text.charAt(words) != '\n') {
            words++;
        }
        return words > i && words < end ? words : start;
    }
}
