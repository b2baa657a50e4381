package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Reads a bare number beside a time as an hour or as a day of the month. Thread-safe. */
final class NumberJoiner {
    private static final Set<String> CLOCK_WORDS =
            Set.of(
                    "at", "by", "before", "until", "till", "til", "around", "about", "from",
                    "between", "after", "@", "@ ", "-", "to");
    private static final Set<String> ENDS = Set.of(",", ".", "!", "?", ")", ";", "-");
    private static final int SMALLEST_DAY_FOR_SURE = 13;

    private final Phrases phrases;

    NumberJoiner(Phrases phrases) {
        this.phrases = phrases;
    }

    @Nullable Match join(Tokens tokens, Match a, Match b, String gap) {
        if (a.isNumber() && b.isNumber()) {
            return null;
        }
        if (a.isNumber()) {
            return before(tokens, a, b, gap);
        }
        if (!b.isNumber()
                || !phrases.joins("number", gap)
                || a.fields().hasClock()
                || a.fields().has(Field.NUMBER)) {
            return null;
        }
        Fields f = a.fields();
        if (f.isOnly(Field.WEEKDAY, Field.WMOD) && (gap.isEmpty() || gap.equals("the"))) {
            return weekday(a, b);
        }
        boolean hour =
                isHour(b.fields()) && follows(tokens, b.to()) && isDay(f) && !gap.equals("the");
        boolean close = !gap.isEmpty() || f.has(Field.REL) || f.has(Field.PART);
        return hour && close && !gap.equals("to") && !gap.equals("for")
                ? a.and(b, asHour(b.fields()).orElse(f, Field.values()), Bound.NONE)
                : null;
    }

    /** “at nine tomorrow”, “10, tonight”, “11 your time”. */
    private @Nullable Match before(Tokens tokens, Match a, Match b, String gap) {
        boolean led = CLOCK_WORDS.contains(tokens.at(a.from() - 1).word());
        boolean evening = b.fields().has(Field.REL) && b.fields().has(Field.PART);
        boolean fits =
                phrases.joins("time-date", gap)
                        && isHour(a.fields())
                        && isDay(b.fields())
                        && !b.fields().hasClock();
        Fields both = fits && (led || evening) ? asHour(a.fields()).join(b.fields()) : null;
        return both == null ? null : a.and(b, both, Bound.NONE);
    }

    private Match weekday(Match a, Match b) {
        int number = b.fields().get(Field.NUMBER);
        boolean day = number >= SMALLEST_DAY_FOR_SURE && number <= 31;
        Fields f =
                day
                        ? a.fields().with(Field.DAY, number).without(Field.WMOD)
                        : a.fields().with(Field.NUMBER, number);
        return a.and(b, f, Bound.NONE);
    }

    private static boolean isDay(Fields f) {
        return f.hasAny(Field.WEEKDAY, Field.REL, Field.DAY, Field.A, Field.YMD)
                || f.is(Field.UNIT, Unit.YEAR)
                || f.is(Field.UNIT, Unit.MONTH);
    }

    /** “Call you in 10.”: a round number that counts nothing else. */
    boolean isMinutes(Tokens tokens, Match match) {
        int n = match.fields().get(Field.NUMBER);
        int next = match.to();
        boolean ends = !tokens.sameSentence(next - 1, next) || tokens.in(next, ENDS);
        boolean counts = tokens.at(next + 1).isNumber() && tokens.sameSentence(next, next + 1);
        return tokens.is(match.from() - 1, "in")
                && n >= 5
                && n <= 60
                && n % 5 == 0
                && ends
                && !counts
                && !tokens.at(match.from()).ordinal();
    }

    private static boolean isHour(Fields f) {
        int number = f.get(Field.NUMBER);
        return number >= 0 && number <= 24;
    }

    private boolean follows(Tokens tokens, int index) {
        return !tokens.sameSentence(index - 1, index)
                || phrases.is("after-number", tokens.at(index).word());
    }

    boolean isClock(Tokens tokens, Match match) {
        return match.fields().has(Field.NUMBER)
                && isHour(match.fields())
                && (match.joined() || match.isNumber())
                && !tokens.at(match.from()).money();
    }

    /** The number as an hour, where there is one. */
    Fields asHour(Fields f) {
        return f.has(Field.NUMBER)
                ? f.without(Field.NUMBER).with(Field.HOUR, f.get(Field.NUMBER))
                : f;
    }

    /** “16.29” read as a clock time. */
    static Fields asClock(Fields f) {
        return f.without(Field.A, Field.B, Field.SEP)
                .with(Field.HOUR, f.get(Field.A))
                .with(Field.MINUTE, f.get(Field.B));
    }
}
