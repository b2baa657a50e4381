package dev.followthrough.ingest.email;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A block of name, title, company, telephone: recognized by its short lines and what stands in
 * them.
 */
final class SignatureBlock {
    private static final int MOST_LINES = 10;
    private static final int LONGEST_LINE = 100;
    private static final int ENOUGH = 2;
    private static final Pattern CONTACT =
            Pattern.compile(
                    "[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w|https?://|\\bwww\\.|(?:^|\\W)(?:tel|phone|mobile|cell|fax|mob|t|m|f|p|o|d|skype|direct|office)\\s?[.:]"
                            + "|(?:\\+|\\(|\\b0|\\b\\d{2,4}[-. ])[\\d() .\\-/]{7,20}\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SEPARATED = Pattern.compile(" [|•·/] ");
    private static final Pattern TITLE =
            Pattern.compile(
                    "\\b(?:manager|director|officer|engineer|counsel|lead|head of|vp|vice president|president|ceo|cto|cfo|coo|cmo|chro"
                            + "|consultant|analyst|architect|executive|founder|partner|specialist|coordinator|assistant|developer|sales|ltd|inc|gmbh|llc|ab|oy|plc)\\b",
                    Pattern.CASE_INSENSITIVE);

    private SignatureBlock() {}

    /**
     * Where in the paragraph {@code [from, to)} the block starts; {@code to} where there is none.
     */
    static int startIn(List<Line> lines, int from, int to, String author) {
        for (int start = Math.max(from, to - MOST_LINES); start < to; start++) {
            boolean opens = isName(lines.get(start), author) || start == from;
            if (opens && weight(lines, start, to, author) >= ENOUGH) {
                return start;
            }
        }
        return to;
    }

    private static int weight(List<Line> lines, int from, int to, String author) {
        int weight = isName(lines.get(from), author) ? 1 : 0;
        boolean name = weight > 0;
        for (int i = from; i < to; i++) {
            String head = lines.get(i).head();
            boolean contact = CONTACT.matcher(head).find();
            if (head.length() > LONGEST_LINE || isSentence(head) && !contact || isListed(head)) {
                return 0;
            }
            weight += contact || SEPARATED.matcher(head).find() ? 1 : 0;
            weight += name && i > from && TITLE.matcher(head).find() ? 1 : 0;
        }
        return weight;
    }

    private static boolean isListed(String head) {
        return head.startsWith("- ")
                || head.startsWith("* ")
                || head.startsWith("• ")
                || Character.isDigit(head.isEmpty() ? ' ' : head.charAt(0))
                        && head.indexOf(") ") == 1;
    }

    static boolean isSentence(String head) {
        int words = 1 + (int) head.chars().filter(c -> c == ' ').count();
        char last = head.isEmpty() ? ' ' : head.charAt(head.length() - 1);
        return words > 9
                || words > 3
                        && (last == '.'
                                || last == '?'
                                || last == '!'
                                || last == ':'
                                || last == ',');
    }

    /** Whether the line begins with the author's full name. */
    static boolean isName(Line line, String author) {
        String bare =
                line.head().replace("*", "").replace("_", "").toLowerCase(Locale.ROOT).strip();
        return author.indexOf(' ') > 0
                && bare.startsWith(author.toLowerCase(Locale.ROOT))
                && bare.length() < author.length() + 40;
    }
}
