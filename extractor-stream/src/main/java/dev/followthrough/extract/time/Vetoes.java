package dev.followthrough.extract.time;

import java.util.Locale;

/** Drops matches that are no time after all: idioms, the past, weak words alone. Thread-safe. */
final class Vetoes {
    private final WordVetoes words;
    private final NumberVetoes numbers;

    Vetoes(Phrases phrases, Lexicon lexicon) {
        this.words = new WordVetoes(phrases, lexicon);
        this.numbers = new NumberVetoes(phrases);
    }

    boolean keeps(Tokens tokens, Match match, Bound bound) {
        Fields f = match.fields();
        if (match.rule().weak() == Pattern.Weak.NEVER
                || isPast(f)
                || tokens.at(match.from()).money()
                || tokens.is(match.from() - 1, "since")) {
            return false;
        }
        if (f.has(Field.REPEATS)) {
            return true;
        }
        if (f.isOnly(Field.EDGE) && tokens.is(match.from(), "later")) {
            return words.isComplete(new Site(tokens, match, bound));
        }
        if (f.isOnly(Field.ZONE) || f.isOnly(Field.EDGE) || f.isOnly(Field.WEEK_OF)) {
            return false;
        }
        return match.joined() ? keepsJoined(f) : keepsWeak(new Site(tokens, match, bound));
    }

    /** Why {@link #keeps} said no, for a reader. */
    static String why(Tokens tokens, Match match) {
        Fields f = match.fields();
        Pattern.Weak weak = match.rule().weak();
        if (weak == Pattern.Weak.NEVER) {
            return "an idiom, never a time";
        }
        if (isPast(f)) {
            return "speaks of what was";
        }
        if (tokens.at(match.from()).money()) {
            return "an amount of money";
        }
        if (tokens.is(match.from() - 1, "since")) {
            return "begins at a point that was (since)";
        }
        return weak == Pattern.Weak.NO
                ? "a common word or expression; nothing beside it says that it is a time"
                : "weak by itself ("
                        + weak.name().toLowerCase(Locale.ROOT)
                        + "); nothing beside it says that it is a time";
    }

    /** “in W42”; W-2 and W9 are forms. */
    private static boolean isWeekLetter(Site site) {
        boolean two = site.last().digits() == 2;
        return site.led() && !site.before().equals("the") || two && site.isUpper();
    }

    private static boolean isPast(Fields f) {
        boolean span = f.hasAny(Field.UNIT, Field.AMOUNT) && f.get(Field.SHIFT, 0) < 0;
        return f.has(Field.PAST)
                || f.is(Field.WMOD, -1)
                || f.is(Field.REL, -1) && !f.has(Field.REL_PLUS)
                || span;
    }

    private static boolean keepsJoined(Fields f) {
        return f.hasDate() || f.hasTime() || f.has(Field.NUMBER) && f.has(Field.ZONE);
    }

    private boolean keepsWeak(Site site) {
        return switch (site.match().rule().weak()) {
            case EDGE, SAME, ZONE, NEVER, NTH_DAY -> false;
            case WEEK -> true;
            case WEEK_LETTER -> isWeekLetter(site);
            case UPPER -> site.isUpper();
            case LOOSE -> true;
            case REF -> words.isComplete(site);
            case BEFORE -> site.limited();
            case HOLIDAY -> site.led();
            case HALF -> site.led() || site.isUpper();
            case THE_SPAN ->
                    site.limited()
                            || site.before().equals("within")
                            || site.before().equals("over")
                            || words.isSpanOfNow(site);
            case WEEKEND ->
                    site.led()
                            || site.tokens().is(site.match().from(), "the")
                                    && site.tokens().size() < 4;
            case LENGTH ->
                    site.bound() == Bound.WITHIN && !site.before().equals("during")
                            || site.fields().hasAny(Field.NEXT, Field.SIGN);
            case NO, PART, AFTER_LUNCH, EOD, MONTH -> words.keeps(site);
            case DOM, BARE_DOM, THE_NUMBER, SLASH, DOT, DOT_BARE, VERSION, NTH, YEAR ->
                    numbers.keepsDate(site);
            case CLOCK, DOTTED_CLOCK, AMPM, CLOCK_WORDS, HHMM, NUMBER -> numbers.keepsClock(site);
        };
    }
}
