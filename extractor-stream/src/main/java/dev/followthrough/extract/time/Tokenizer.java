package dev.followthrough.extract.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into words, numbers and marks in one pass, joins numbers in words, counts sentences.
 * Thread-safe.
 */
final class Tokenizer {
    private static final String QUOTES = "'’‘`´";
    private static final String DASHES = "-–—‐‑−~";

    /** A line at least this long goes on below; the same as for sentences. */
    private static final int WRAPPED = 52;

    private final Lexicon lexicon;

    Tokenizer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Tokens tokens(String text) {
        List<Piece> pieces = cut(text);
        List<Token> tokens = new ArrayList<>(pieces.size());
        int sentence = 0;
        for (int i = 0; i < pieces.size(); ) {
            if (i > 0 && startsSentence(text, pieces, i)) {
                sentence++;
            }
            NumberWords.Number number = lexicon.numbers().at(pieces, i);
            int count = Math.max(1, number.pieces());
            tokens.add(token(text, pieces, i, count, number, sentence));
            i += count;
        }
        return new Tokens(text, tokens);
    }

    private Token token(
            String text,
            List<Piece> pieces,
            int index,
            int count,
            NumberWords.Number number,
            int sentence) {
        Piece piece = pieces.get(index);
        int end = pieces.get(index + count - 1).end();
        boolean glued = index > 0 && pieces.get(index - 1).end() == piece.start();
        boolean money =
                index > 0 && isMoney(pieces.get(index - 1).word())
                        || index + count < pieces.size()
                                && pieces.get(index + count).word().equals("%");
        Labels labels = lexicon.labels(piece.word(), number);
        return new Token(
                piece.start(),
                end,
                piece.word(),
                number.value(),
                number.digits(),
                number.ordinal(),
                glued,
                Character.isUpperCase(text.charAt(piece.start())),
                money,
                sentence,
                labels.ids(),
                labels.values());
    }

    private static boolean isMoney(String word) {
        return word.equals("$")
                || word.equals("€")
                || word.equals("£")
                || word.equals("#")
                || word.equals("₹");
    }

    private boolean startsSentence(String text, List<Piece> pieces, int index) {
        Piece before = pieces.get(index - 1);
        Piece here = pieces.get(index);
        int breaks = 0;
        for (int i = before.end(); i < here.start(); i++) {
            breaks += text.charAt(i) == '\n' ? 1 : 0;
        }
        if (breaks > 1 || breaks == 1 && (isShort(text, before.end()) || isItem(pieces, index))) {
            return true;
        }
        String mark = before.word();
        boolean spaced = before.end() < here.start();
        if (mark.equals("!") || mark.equals("?") || mark.equals(";")) {
            return true;
        }
        return spaced
                && mark.equals(".")
                && !(index > 1 && lexicon.isAbbreviation(pieces.get(index - 2).word()));
    }

    /** A line that no mail client has wrapped: the next one is another matter. */
    private static boolean isShort(String text, int end) {
        int first = Math.max(0, end - WRAPPED);
        return end < WRAPPED || text.substring(first, end).indexOf('\n') >= 0;
    }

    /** “- item”, “3. item”, “> quoted”. */
    private static boolean isItem(List<Piece> pieces, int index) {
        String word = pieces.get(index).word();
        String next = index + 1 < pieces.size() ? pieces.get(index + 1).word() : "";
        boolean numbered = isDigit(word.charAt(0)) && (next.equals(".") || next.equals(")"));
        return numbered
                || word.equals("*")
                || word.equals("•")
                || word.equals("-")
                || word.equals(">");
    }

    private static List<Piece> cut(String text) {
        List<Piece> pieces = new ArrayList<>(text.length() / 5 + 4);
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                i++;
                continue;
            }
            int end = end(text, i);
            pieces.add(new Piece(i, end, plain(text, i, end)));
            i = end;
        }
        return pieces;
    }

    private static int end(String text, int start) {
        char c = text.charAt(start);
        if (isDigit(c)) {
            return run(text, start, true);
        }
        if (Character.isLetter(c)) {
            int end = run(text, start, false);
            return isOclock(text, start, end)
                    ? run(text, end + 1, false)
                    : dotted(text, start, end);
        }
        boolean suffix =
                QUOTES.indexOf(c) >= 0
                        && start > 0
                        && Character.isLetterOrDigit(text.charAt(start - 1))
                        && start + 1 < text.length()
                        && Character.isLetter(text.charAt(start + 1));
        return suffix ? run(text, start + 1, false) : start + 1;
    }

    private static int run(String text, int start, boolean digits) {
        int end = start;
        while (end < text.length()
                && (digits ? isDigit(text.charAt(end)) : Character.isLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isOclock(String text, int start, int end) {
        return end - start == 1
                && end + 5 < text.length() + 1
                && QUOTES.indexOf(end < text.length() ? text.charAt(end) : ' ') >= 0
                && text.regionMatches(true, end + 1, "clock", 0, 5);
    }

    /** “a.m.”, “p. m.” and the spoken “p m” are one word, if a letter a or p stands alone. */
    private static int dotted(String text, int start, int end) {
        char c = Character.toLowerCase(text.charAt(start));
        if (end - start != 1 || c != 'a' && c != 'p') {
            return end;
        }
        int m = end;
        while (m < text.length()
                && m < end + 2
                && (text.charAt(m) == '.' || text.charAt(m) == ' ')) {
            m++;
        }
        boolean single =
                m < text.length()
                        && m > end
                        && Character.toLowerCase(text.charAt(m)) == 'm'
                        && (m + 1 >= text.length()
                                || !Character.isLetterOrDigit(text.charAt(m + 1))
                                        && text.charAt(m + 1) != '\'');
        if (!single) {
            return end;
        }
        boolean last =
                m + 1 < text.length()
                        && text.charAt(m + 1) == '.'
                        && text.charAt(end) == '.'
                        && m + 2 < text.length();
        return last ? m + 2 : m + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String plain(String text, int start, int end) {
        char c = text.charAt(start);
        if (end - start == 1 && DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (QUOTES.indexOf(c) >= 0) {
            return "'" + text.substring(start + 1, end).toLowerCase(Locale.ROOT);
        }
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        return end - start > 1 && (c == 'a' || c == 'p' || c == 'A' || c == 'P') && isDotted(word)
                ? c < 'a' ? lower(c) + "m" : c + "m"
                : word.replace('’', '\'');
    }

    private static boolean isDotted(String word) {
        return word.indexOf('.') > 0 || word.indexOf(' ') > 0;
    }

    private static char lower(char c) {
        return Character.toLowerCase(c);
    }

    /** A run of letters or digits, or a mark. */
    record Piece(int start, int end, String word) {}
}
