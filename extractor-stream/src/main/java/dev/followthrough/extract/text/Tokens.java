package dev.followthrough.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a sentence into tokens as the tagger was trained on them (contractions apart), and reads the
 * spelling of chat: {@code dont}, {@code im}, {@code youll}. One pass, linear.
 */
final class Tokens {
    /** Whole words that are two tokens; the number says how many characters belong to the first. */
    private static final Map<String, Integer> FUSED =
            Map.ofEntries(
                    Map.entry("dont", 2),
                    Map.entry("doesnt", 4),
                    Map.entry("didnt", 3),
                    Map.entry("wont", 2),
                    Map.entry("cant", 2),
                    Map.entry("isnt", 2),
                    Map.entry("wasnt", 3),
                    Map.entry("arent", 3),
                    Map.entry("werent", 4),
                    Map.entry("havent", 4),
                    Map.entry("hasnt", 3),
                    Map.entry("couldnt", 5),
                    Map.entry("wouldnt", 5),
                    Map.entry("shouldnt", 6),
                    Map.entry("im", 1),
                    Map.entry("ill", 1),
                    Map.entry("ive", 1),
                    Map.entry("youll", 3),
                    Map.entry("youre", 3),
                    Map.entry("youve", 3),
                    Map.entry("theyll", 4),
                    Map.entry("theyre", 4),
                    Map.entry("theyve", 4),
                    Map.entry("itll", 2),
                    Map.entry("thatll", 4),
                    Map.entry("weve", 2),
                    Map.entry("cannot", 3),
                    Map.entry("whats", 4),
                    Map.entry("thats", 4),
                    Map.entry("whos", 3),
                    Map.entry("lets", 3),
                    Map.entry("theres", 5));

    private static final Map<String, String> NORMAL =
            Map.ofEntries(
                    Map.entry("ca", "can"),
                    Map.entry("wo", "will"),
                    Map.entry("sha", "shall"),
                    Map.entry("nt", "n't"),
                    Map.entry("ll", "'ll"),
                    Map.entry("m", "'m"),
                    Map.entry("ve", "'ve"),
                    Map.entry("re", "'re"),
                    Map.entry("s", "'s"),
                    Map.entry("u", "you"),
                    Map.entry("ur", "your"),
                    Map.entry("pls", "please"),
                    Map.entry("plz", "please"),
                    Map.entry("thx", "thanks"),
                    Map.entry("tmrw", "tomorrow"),
                    Map.entry("tmr", "tomorrow"),
                    Map.entry("tomo", "tomorrow"),
                    Map.entry("abt", "about"),
                    Map.entry("b4", "before"),
                    Map.entry("bc", "because"));

    private static final String[] SUFFIXES = {"n't", "'ll", "'re", "'ve", "'m", "'d", "'s"};

    private Tokens() {}

    static List<Token> of(String text, Span span) {
        List<Token> tokens = new ArrayList<>();
        int i = span.start();
        while (i < span.end()) {
            if (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\u00a0') {
                i++;
                continue;
            }
            int end = endOf(text, i, span.end());
            cut(text, i, end, tokens);
            i = end;
        }
        return tokens;
    }

    private static int endOf(String text, int start, int limit) {
        int c = text.codePointAt(start);
        if (Character.isLetterOrDigit(c) || c == '@' || c == '#') {
            return endOfWord(text, start + Character.charCount(c), limit);
        }
        if (c == ':') {
            return endOfShortcode(text, start, limit);
        }
        int end = start + Character.charCount(c);
        while (end < limit && text.codePointAt(end) == c) {
            end += Character.charCount(c);
        }
        return Math.min(end, limit);
    }

    private static int endOfWord(String text, int from, int limit) {
        int end = from;
        while (end < limit) {
            int c = text.codePointAt(end);
            if (Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                end += Character.charCount(c);
            } else if (joins(c)
                    && end + 1 < limit
                    && Character.isLetterOrDigit(text.codePointAt(end + 1))) {
                end++;
            } else {
                break;
            }
        }
        if (end < limit && text.charAt(end) == '%') {
            end++;
        }
        return end;
    }

    private static boolean joins(int c) {
        return c == '\'' || c == '’' || c == '-' || c == '.' || c == '@' || c == '_' || c == '/'
                || c == ':' || c == '&' || c == ',';
    }

    private static int endOfShortcode(String text, int start, int limit) {
        int end = start + 1;
        while (end < limit
                && end - start < 40
                && (Character.isLetterOrDigit(text.charAt(end))
                        || "_-+".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end < limit && end > start + 1 && text.charAt(end) == ':' ? end + 1 : start + 1;
    }

    /** At commas that stand in no number, then each piece. */
    private static void cut(String text, int start, int end, List<Token> tokens) {
        int from = start;
        for (int i = start + 1; i + 1 < end; i++) {
            boolean number =
                    Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
            if (text.charAt(i) == ',' && i > from && !number) {
                word(text, from, i, tokens);
                tokens.add(token(text, i, i + 1));
                from = i + 1;
            }
        }
        word(text, from, end, tokens);
    }

    private static void word(String text, int start, int end, List<Token> tokens) {
        String raw = text.substring(start, end);
        String lower = raw.toLowerCase(Locale.ROOT).replace('’', '\'');
        Integer fused = FUSED.get(lower);
        if (fused != null && fused < raw.length()) {
            tokens.add(token(text, start, start + fused));
            tokens.add(token(text, start + fused, end));
            return;
        }
        int suffix = lower.length() == raw.length() ? suffix(lower) : 0;
        if (suffix > 0) {
            tokens.add(token(text, start, end - suffix));
            tokens.add(token(text, end - suffix, end));
        } else {
            tokens.add(token(start, end, raw, lower));
        }
    }

    /** The length of the part that is cut off, 0 where none is. */
    private static int suffix(String lower) {
        if (lower.indexOf('\'') < 0) {
            return 0;
        }
        for (String suffix : SUFFIXES) {
            if (lower.endsWith(suffix) && lower.length() > suffix.length()) {
                return suffix.length();
            }
        }
        return 0;
    }

    private static Token token(String text, int start, int end) {
        String raw = text.substring(start, end);
        return token(start, end, raw, raw.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    private static Token token(int start, int end, String raw, String lower) {
        String normal = NORMAL.getOrDefault(lower, lower);
        return new Token(start, end, raw, normal, "X", normal);
    }
}
