package dev.followthrough.extract.refine;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A few words of a clause as written, without those that open or close no thing. */
final class ItemWords {
    private static final int MOST_WORDS = 8;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final String OPENERS =
            "yes|no|yep|yeah|ok|okay|well|so|and|but|also|plus|then|just|only|still|please|sorry|nor"
                    + "|both|all|the|a|an|this|that|these|those|our|my|your|their|its|nothing|not|n't";

    private static final String CLOSERS =
            "it|that|this|they|these|those|we|i|you|he|she|there|which|both|all|first|too|also|still"
                    + "|not|n't|never|own|in|out|of|as|to|for|be|been|only|well|at|none|currently|now";

    private static final String REMAIN = "sit|sits|stay|stays|remain|remains|fall|falls";

    private final String text;
    private final List<Token> tokens;

    ItemWords(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Words that open no thing are left out at both ends. */
    String of(int from, int to) {
        return of(from, to, true);
    }

    /** The words as written, cut at both ends; empty where none of them names a thing. */
    String of(int from, int to, boolean opens) {
        int start = from;
        while (opens && start < to && isOpening(start)) {
            start++;
        }
        int end = closed(start, few(start, to));
        if (start >= end || tokens.subList(start, end).stream().noneMatch(ItemWords::names)) {
            return "";
        }
        String raw = text.substring(tokens.get(start).start(), tokens.get(end - 1).end());
        raw = BLANKS.matcher(raw).replaceAll(" ");
        return Wording.ended(opens ? lowered(raw, tokens.get(start), start) : raw);
    }

    private int closed(int start, int to) {
        int end = to;
        while (end > start && isClosing(end - 1)) {
            end--;
        }
        return end;
    }

    /** So many words, and of a list that has more, the part before its comma. */
    private int few(int start, int to) {
        int words = 0;
        int comma = -1;
        for (int i = start; i < to; i++) {
            boolean glued = i > start && tokens.get(i - 1).end() == tokens.get(i).start();
            words += glued ? 0 : 1;
            if (words > MOST_WORDS) {
                return comma > start + 1 ? comma : i;
            }
            comma = tokens.get(i).text().equals(",") ? i : comma;
        }
        return to;
    }

    private static boolean names(Token token) {
        return Words.in(token.tag(), "NOUN|PROPN|NUM|ADJ|X") && token.isWord();
    }

    boolean isOpening(int i) {
        Token token = tokens.get(i);
        return !token.isWord() && !Words.in(token.text(), "$|€|£")
                || Words.in(token.lower(), OPENERS);
    }

    boolean isClosing(int i) {
        Token token = tokens.get(i);
        return !token.isWord() && !Words.in(token.text(), "%|€")
                || token.tag().equals("AUX")
                || Words.in(token.lower(), CLOSERS)
                || Words.in(token.lower(), REMAIN);
    }

    private static String lowered(String raw, Token token, int at) {
        String word = token.text();
        boolean plain = at == 0 || Words.in(token.tag(), "NUM|DET|ADP");
        boolean capital =
                token.isCapital()
                        && word.length() > 1
                        && word.substring(1).chars().allMatch(Character::isLowerCase)
                        && !token.tag().equals("PROPN");
        return plain && capital
                ? word.toLowerCase(Locale.ROOT) + raw.substring(word.length())
                : raw;
    }

    static boolean isVerb(Token token) {
        boolean name = token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return Words.in(token.tag(), "VERB|AUX") && !name || Words.in(token.lower(), REMAIN);
    }

    String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
