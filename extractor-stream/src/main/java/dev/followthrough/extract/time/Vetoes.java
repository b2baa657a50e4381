package dev.followthrough.extract.time;

import java.util.Set;

/**
 * Drops matches that are no time after all: modal “may”, “by 15” people, idioms, versions,
 * fractions, the past. Thread-safe.
 */
final class Vetoes {
    private static final Set<Bound> LIMITS = Set.of(Bound.BY, Bound.BEFORE, Bound.UNTIL);
    private static final Set<String> AT =
            Set.of(
                    "at", "around", "about", "from", "between", "for", "after", "@", "on", "to",
                    "in");
    private static final Set<String> CLOCK_AT =
            Set.of(
                    "at", "around", "about", "from", "between", "after", "@", "until", "till",
                    "til", "by", "before");

    private final Phrases phrases;
    private final Lexicon lexicon;

    Vetoes(Phrases phrases, Lexicon lexicon) {
        this.phrases = phrases;
        this.lexicon = lexicon;
    }

    boolean keeps(Tokens tokens, Match match, Bound bound) {
        Fields f = match.fields();
        if (match.rule().weak() == Pattern.Weak.NEVER
                || f.has(Field.PAST)
                || isPast(f)
                || tokens.at(match.from()).money()) {
            return false;
        }
        if (f.has(Field.REPEATS)) {
            return true;
        }
        if (f.isOnly(Field.ZONE) || f.isOnly(Field.EDGE) || f.isOnly(Field.WEEK_OF)) {
            return false;
        }
        return match.joined() ? keepsJoined(match) : keepsWeak(tokens, match, bound);
    }

    private static boolean isPast(Fields f) {
        boolean span = f.has(Field.UNIT) && f.get(Field.SHIFT, 0) < 0;
        return f.is(Field.WMOD, -1)
                || f.is(Field.REL, -1) && !f.has(Field.REL_PLUS)
                || span
                || f.has(Field.AMOUNT) && f.get(Field.SHIFT, 0) < 0;
    }

    private static boolean keepsJoined(Match match) {
        Fields f = match.fields();
        return f.hasDate() || f.hasTime() || f.has(Field.NUMBER) && f.has(Field.ZONE);
    }

    private boolean keepsWeak(Tokens tokens, Match match, Bound bound) {
        Fields f = match.fields();
        String before = tokens.at(match.from() - 1).word();
        boolean limit = LIMITS.contains(bound);
        return switch (match.rule().weak()) {
            case NO ->
                    !isBareWord(tokens, match)
                            || bound != Bound.NONE && !before.equals("the")
                            || isStrongPlace(tokens, match);
            case PART ->
                    limit
                            || bound == Bound.AFTER
                            || before.equals("at") && isMoment(f)
                            || match.rule().id().equals("day.in-the-part");
            case EOD ->
                    limit
                            || bound != Bound.NONE && !before.equals("at")
                            || match.to() - match.from() > 2 && !before.equals("at")
                            || isUpper(tokens, match)
                            || tokens.is(match.from(), "eod");
            case DOM -> ordinal(tokens, match, bound);
            case BARE_DOM ->
                    bound != Bound.NONE
                                    && !before.equals("the")
                                    && isFree(tokens, match.to())
                                    && bound != Bound.WITHIN
                            || tokens.size() <= 2;
            case SLASH -> slash(tokens, match, bound);
            case DOT, DOT_BARE ->
                    (limit || before.equals("on") || before.equals("to"))
                            && isDate(f)
                            && !tokens.at(match.to()).glued();
            case VERSION -> !tokens.at(match.from()).glued();
            case NTH -> f.has(Field.WEEKDAY) && (bound != Bound.NONE || isFree(tokens, match.to()));
            case THE_SPAN -> limit || before.equals("within") || before.equals("over");
            case EDGE, SAME, ZONE, NEVER -> false;
            case BEFORE -> limit;
            case WEEKEND ->
                    bound != Bound.NONE || tokens.is(match.from(), "the") && tokens.size() < 4;
            case MONTH -> month(tokens, match, bound);
            case YEAR ->
                    bound != Bound.NONE && f.get(Field.YEAR) > 2000 && isFree(tokens, match.to());
            case WEEK -> true;
            case HALF -> bound != Bound.NONE || isUpper(tokens, match);
            case CLOCK ->
                    !tokens.at(match.from()).glued()
                            || tokens.at(match.from() - 1).is("-")
                            || tokens.at(match.from() - 1).is("(");
            case DOTTED_CLOCK -> CLOCK_AT.contains(before) && !tokens.at(match.to()).glued();
            case AMPM -> ampm(tokens, match);
            case CLOCK_WORDS -> f.has(Field.MERIDIEM) || CLOCK_AT.contains(before);
            case HHMM ->
                    f.has(Field.MERIDIEM)
                            || CLOCK_AT.contains(before)
                                    && (f.get(Field.HHMM) < 1900
                                            || f.get(Field.HHMM) > 2059
                                            || match.to() - match.from() > 1);
            case NUMBER -> number(tokens, match, bound);
            case LENGTH ->
                    bound == Bound.WITHIN && !before.equals("during")
                            || f.has(Field.NEXT)
                            || f.has(Field.SIGN);
            case HOLIDAY -> bound != Bound.NONE;
        };
    }

    /** “Sun”, “wed”, “sat” without anything that makes them a day. */
    private boolean isBareWord(Tokens tokens, Match match) {
        return match.to() - match.from() == 1
                && lexicon.isAmbiguous(tokens.at(match.from()).word());
    }

    /** A capital in the middle of a sentence, or alone: “Mon”, not “mon”. */
    private static boolean isStrongPlace(Tokens tokens, Match match) {
        Token token = tokens.at(match.from());
        boolean first =
                match.from() == 0 || tokens.at(match.from() - 1).sentence() != token.sentence();
        return token.capital()
                        && !tokens.is(match.from() - 1, "the")
                        && (!first || !token.is("sun") && !token.is("sat") && !token.is("may"))
                || tokens.size() <= 2;
    }

    private static boolean isMoment(Fields f) {
        return f.is(Field.PART, Part.NOON) || f.is(Field.PART, Part.MIDNIGHT);
    }

    private static boolean isUpper(Tokens tokens, Match match) {
        Token token = tokens.at(match.from());
        String written = tokens.text().substring(token.start(), token.end());
        return written.equals(written.toUpperCase(java.util.Locale.ROOT));
    }

    private boolean ordinal(Tokens tokens, Match match, Bound bound) {
        Token number = tokens.at(match.to() - 1);
        String next =
                tokens.sameSentence(match.from(), match.to()) ? tokens.at(match.to()).word() : "";
        if (phrases.is("not-after-ordinal", next)) {
            return false;
        }
        boolean sure = number.digits() > 0 || match.fields().get(Field.DAY) > 12;
        return sure
                ? bound != Bound.NONE || isFree(tokens, match.to())
                : bound != Bound.NONE && isFree(tokens, match.to());
    }

    private boolean isFree(Tokens tokens, int index) {
        return !tokens.sameSentence(index - 1, index)
                || phrases.is("after-number", tokens.at(index).word());
    }

    private boolean slash(Tokens tokens, Match match, Bound bound) {
        Fields f = match.fields();
        boolean glued =
                tokens.at(match.from()).glued() && !tokens.is(match.from() - 1, "(")
                        || tokens.at(match.to()).glued() && tokens.is(match.to(), "/");
        boolean fraction = f.get(Field.A) < 4 && f.get(Field.B) < 5;
        return !glued && isDate(f) && (bound != Bound.NONE || !fraction);
    }

    private static boolean isDate(Fields f) {
        int a = f.get(Field.A);
        int b = f.get(Field.B);
        return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
    }

    private boolean month(Tokens tokens, Match match, Bound bound) {
        int last = match.to() - 1;
        String word = tokens.at(tokens.is(last, ".") ? last - 1 : last).word();
        boolean modified =
                match.fields().has(Field.SHIFT)
                        || match.to() - match.from() > 1 && !tokens.is(match.from(), "the");
        if (!lexicon.isAmbiguous(word)) {
            return true;
        }
        Token token = tokens.at(match.from());
        boolean follows =
                tokens.sameSentence(last, match.to())
                        && phrases.is("not-after-month", tokens.at(match.to()).word());
        boolean name =
                tokens.at(match.to()).capital()
                        && tokens.at(match.to()).isWord()
                        && tokens.sameSentence(last, match.to());
        boolean led =
                bound != Bound.NONE || modified || AT.contains(tokens.at(match.from() - 1).word());
        return led && (!follows || bound == Bound.BY || bound == Bound.UNTIL) && !name
                || token.capital()
                        && match.from() > 0
                        && !follows
                        && !name
                        && word.length() > 3
                        && !word.equals("march");
    }

    private static boolean ampm(Tokens tokens, Match match) {
        Token last = tokens.at(match.to() - 1);
        boolean letter = last.is("a") || last.is("p");
        return !match.fields().has(Field.MERIDIEM) && !tokens.is(match.from() + 1, "am")
                || !letter
                || last.glued() && !tokens.at(match.to()).glued();
    }

    private boolean number(Tokens tokens, Match match, Bound bound) {
        int n = match.fields().get(Field.NUMBER);
        String before = tokens.at(match.from() - 1).word();
        Token token = tokens.at(match.from());
        boolean clock =
                LIMITS.contains(bound) && CLOCK_AT.contains(before)
                        || before.equals("at")
                        || before.equals("around");
        boolean glued =
                token.glued() || tokens.at(match.to()).glued() && !isMark(tokens.at(match.to()));
        boolean amount =
                phrases.is("not-before-number", tokens.at(match.from() - 2).word())
                        || phrases.is("not-before-number", tokens.at(match.from() - 3).word());
        boolean point =
                tokens.is(match.to(), ".")
                        && tokens.at(match.to() + 1).isNumber()
                        && tokens.at(match.to() + 1).glued();
        return clock
                && n >= 1
                && n <= 12
                && !token.ordinal()
                && !glued
                && !amount
                && !point
                && isFree(tokens, match.to())
                && !before.equals("to")
                && token.digits() < 3;
    }

    private static boolean isMark(Token token) {
        return token.is(".")
                || token.is(",")
                || token.is("!")
                || token.is("?")
                || token.is(")")
                || token.is(":");
    }
}
