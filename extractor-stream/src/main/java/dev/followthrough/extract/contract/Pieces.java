package dev.followthrough.extract.contract;

import dev.followthrough.extract.text.Token;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens in which a number stands by itself: “2TB”, “40h/month”, “10-15”, “500-user”, “three-year”
 * and the “messages/hour” of a number are cut; “12k”, “1,400”, “5th”, “v2.1” and “twenty-four” stay
 * whole.
 */
final class Pieces {
    private static final int LONGEST = 30;
    private static final String JOINTS = "/-–%";

    private final List<Token> pieces = new ArrayList<>();

    private Pieces() {}

    static List<Token> of(List<Token> tokens) {
        Pieces pieces = new Pieces();
        tokens.forEach(pieces::add);
        return pieces.pieces;
    }

    private void add(Token token) {
        boolean cut =
                token.text().length() == token.lower().length()
                        && token.text().length() <= LONGEST
                        && Numbers.compound(token.lower()) < 0
                        && Numbers.ordinal(token.lower()) == 0
                        && (Character.isDigit(token.text().charAt(0))
                                || isNumbered(token.lower())
                                || isRated(token.lower()));
        if (!cut) {
            pieces.add(token);
            return;
        }
        int from = 0;
        while (from < token.text().length()) {
            int to = end(token.lower(), from);
            pieces.add(piece(token, from, to));
            from = to;
        }
    }

    /** The “messages/hour” of “2,000 messages/hour”. */
    private boolean isRated(String word) {
        boolean follows = !pieces.isEmpty() && pieces.get(pieces.size() - 1).tag().equals("NUM");
        return follows && word.indexOf('/') > 0;
    }

    /** “three-year”. */
    private static boolean isNumbered(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 && Numbers.compound(word.substring(0, hyphen)) >= 0;
    }

    private static int end(String word, int from) {
        if (JOINTS.indexOf(word.charAt(from)) >= 0) {
            return from + 1;
        }
        boolean digits = Character.isDigit(word.charAt(from));
        int to = from + 1;
        while (to < word.length()
                && JOINTS.indexOf(word.charAt(to)) < 0
                && !(digits && Character.isLetter(word.charAt(to)))) {
            to++;
        }
        int letters = to;
        while (letters < word.length() && Character.isLetter(word.charAt(letters))) {
            letters++;
        }
        return digits && Amounts.isScale(word.substring(to, letters)) ? letters : to;
    }

    private static Token piece(Token token, int from, int to) {
        String lower = token.lower().substring(from, to);
        String tag = "NOUN";
        if (Numbers.compound(lower) >= 0 || Character.isDigit(lower.charAt(0))) {
            tag = "NUM";
        } else if (JOINTS.contains(lower)) {
            tag = "SYM";
        }
        return new Token(
                token.start() + from,
                token.start() + to,
                token.text().substring(from, to),
                lower,
                tag,
                lower);
    }
}
