package dev.followthrough.extract.time;

import java.util.Set;

/**
 * “By 9.30 on Monday”, “Monday at 10.05”: beside a day of its own a dotted number is a clock time,
 * where its minutes are written as minutes. “Monday, 10.05” and “by 3.4 on Monday” stay dates.
 */
final class DottedClock {
    /** What leads a clock time. */
    private static final Set<String> LEADS =
            Set.of(
                    "at", "around", "about", "from", "between", "after", "@", "until", "till",
                    "til", "by", "before", "than", "due");

    /** What stands between a clock time and its day, never between a date and its weekday. */
    private static final Set<String> TO_DAY = Set.of("on", "on the");

    private static final Set<String> TO_CLOCK =
            Set.of("at", "@", "by", "before", "around", "about", "until", "till", "til", "after");

    private static final int MONTHS = 12;

    private final Phrases phrases;

    DottedClock(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The first of two neighbours, its figures read as a clock time where the other is a day. */
    Match first(Tokens tokens, Match a, Match b, String gap) {
        if (!isDotted(tokens, a) || !LEADS.contains(tokens.at(a.from() - 1).word())) {
            return a;
        }
        boolean counts = phrases.is("not-before-number", tokens.at(a.from() - 2).word());
        boolean day = isDay(b.fields()) || b.fields().isOnly(Field.PART);
        boolean near = day && gap.isEmpty();
        boolean zoned = b.fields().isOnly(Field.ZONE) && gap.isEmpty();
        boolean sure = day && TO_DAY.contains(gap) || isDayNow(b.fields()) && gap.isEmpty();
        return !counts && (sure || (near || zoned) && isNoMonth(a.fields())) ? clock(a) : a;
    }

    /** The second of two, where the first is a day. */
    Match second(Tokens tokens, Match a, Match b, String gap) {
        if (!isDotted(tokens, b) || !isDay(a.fields())) {
            return b;
        }
        return TO_CLOCK.contains(gap) || gap.isEmpty() && isNoMonth(b.fields()) ? clock(b) : b;
    }

    private static Match clock(Match match) {
        return match.with(NumberJoiner.asClock(match.fields()));
    }

    /** Two figures behind the dot, and no more hours and minutes than there are. */
    private static boolean isDotted(Tokens tokens, Match match) {
        Fields f = match.fields();
        return f.isOnly(Field.A, Field.B, Field.SEP)
                && f.is(Field.SEP, 1)
                && f.get(Field.A) < 24
                && tokens.at(match.from() + 2).digits() == 2
                && !tokens.at(match.from()).money();
    }

    /** 9.30 names no month, where days come first. */
    private static boolean isNoMonth(Fields f) {
        return f.get(Field.B) > MONTHS;
    }

    private static boolean isDay(Fields f) {
        return f.hasAny(Field.WEEKDAY, Field.REL, Field.DAY, Field.HOLIDAY, Field.YMD)
                && !f.hasClock()
                && !f.hasAny(Field.A, Field.AMOUNT);
    }

    /** Today, tomorrow, this afternoon, in the afternoon. */
    private static boolean isDayNow(Fields f) {
        return isDay(f) && f.has(Field.REL) || f.isOnly(Field.PART);
    }
}
