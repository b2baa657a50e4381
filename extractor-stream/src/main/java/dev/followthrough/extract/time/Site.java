package dev.followthrough.extract.time;

import java.util.Locale;
import java.util.Set;

/** A match where it stands, with the direction it was given. */
record Site(Tokens tokens, Match match, Bound bound) {
    private static final Set<Bound> LIMITS = Set.of(Bound.BY, Bound.BEFORE, Bound.UNTIL);
    private static final Set<String> MARKS = Set.of(".", ",", "!", "?", ")", ":");

    Fields fields() {
        return match.fields();
    }

    /** The word before; a line break where none is. */
    String before() {
        return tokens.at(match.from() - 1).word();
    }

    Token first() {
        return tokens.at(match.from());
    }

    Token last() {
        return tokens.at(match.to() - 1);
    }

    Token next() {
        return tokens.at(match.to());
    }

    /** By, before or until. */
    boolean limited() {
        return LIMITS.contains(bound);
    }

    /** With any direction. */
    boolean led() {
        return bound != Bound.NONE;
    }

    int size() {
        return match.to() - match.from();
    }

    /** Whether the token behind belongs to the same sentence. */
    boolean goesOn() {
        return tokens.sameSentence(match.to() - 1, match.to());
    }

    boolean opensSentence() {
        return !tokens.sameSentence(match.from() - 1, match.from());
    }

    /** Whether the whole text is hardly more than this. */
    boolean isAll() {
        return tokens.size() <= 2;
    }

    /** A sentence of its own: “28th.” */
    boolean standsAlone() {
        int end = isMark(next()) ? match.to() + 1 : match.to();
        return last().ordinal() && opensSentence() && !tokens.sameSentence(end - 1, end);
    }

    boolean isUpper() {
        String written = tokens.text().substring(first().start(), first().end());
        return written.equals(written.toUpperCase(Locale.ROOT));
    }

    boolean isRule(String id) {
        return match.rule().id().equals(id);
    }

    /** Whether something other than a closing mark is glued to its end. */
    boolean gluedBehind() {
        return next().glued() && !isMark(next());
    }

    private static boolean isMark(Token token) {
        return MARKS.contains(token.word());
    }
}
