package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins neighbouring parts into one time: weekday and date, date and clock, clock and zone. Order:
 * left to right, greedily. Thread-safe.
 */
final class Joiner {
    private static final int WIDEST_GAP = 4;
    private static final Field[] BESIDE = {Field.BESIDE, Field.SIGN};

    private final Phrases phrases;
    private final NumberJoiner numbers;
    private final DottedClock dotted;

    Joiner(Phrases phrases) {
        this.phrases = phrases;
        this.numbers = new NumberJoiner(phrases);
        this.dotted = new DottedClock(phrases);
    }

    List<Match> join(Tokens tokens, List<Match> matches) {
        List<Match> joined = new ArrayList<>(matches.size());
        for (Match match : matches) {
            Match next = hours(tokens, match);
            while (!joined.isEmpty()) {
                Match both = join(tokens, joined.getLast(), next);
                if (both == null) {
                    break;
                }
                joined.removeLast();
                next = both;
            }
            joined.add(next);
        }
        return joined;
    }

    /** “Within 2h” counts hours, “at 14h” is a time of day; “back in 10” counts minutes. */
    private Match hours(Tokens tokens, Match match) {
        if (match.isNumber() && numbers.isMinutes(tokens, match)) {
            return match.with(
                    Fields.NONE
                            .with(Field.AMOUNT, match.fields().get(Field.NUMBER))
                            .with(Field.AMOUNT_UNIT, Unit.MINUTE.ordinal()));
        }
        boolean counts =
                match.rule().id().equals("clock.h")
                        && phrases.before(tokens, match.from()).bound() == Bound.WITHIN;
        return counts
                ? match.with(
                        Fields.NONE
                                .with(Field.AMOUNT, match.fields().get(Field.HOUR))
                                .with(Field.AMOUNT_UNIT, Unit.HOUR.ordinal()))
                : match;
    }

    private @Nullable Match join(Tokens tokens, Match first, Match second) {
        if (second.from() - first.to() > WIDEST_GAP
                || !tokens.sameSentence(first.to() - 1, second.from())
                || first.isNever()
                || second.isNever()) {
            return null;
        }
        String gap = gap(tokens, first.to(), second.from());
        Match a = dotted.first(tokens, first, second, gap);
        Match b = dotted.second(tokens, first, second, gap);
        if (a.fields().has(Field.AMOUNT) || b.fields().has(Field.AMOUNT)) {
            return offset(tokens, a, b, gap);
        }
        if (b.fields().isOnly(Field.ZONE)) {
            boolean timed = a.fields().hasTime() || numbers.isClock(tokens, a);
            return timed && phrases.joins("zone", gap)
                    ? both(a, b, numbers.asHour(a.fields()), b.fields(), Bound.NONE)
                    : null;
        }
        if (a.isNumber() || b.fields().has(Field.NUMBER)) {
            return numbers.join(tokens, a, b, gap);
        }
        Match beside = beside(a, b, gap);
        return beside != null ? beside : joinTimes(tokens, a, b, gap);
    }

    /** “The Wednesday after Labour Day”. */
    private static @Nullable Match beside(Match a, Match b, String gap) {
        if (a.fields().has(Field.REF) && a.fields().has(Field.BESIDE)) {
            boolean held = gap.isEmpty() && b.fields().hasAny(Field.DAY, Field.HOLIDAY, Field.A);
            return held ? a.and(b, b.fields().orElse(a.fields(), BESIDE), Bound.NONE) : null;
        }
        boolean after = gap.equals("after");
        boolean day = b.fields().hasAny(Field.DAY, Field.HOLIDAY, Field.A, Field.YMD);
        if (!after && !gap.equals("before") || !a.fields().isOnly(Field.WEEKDAY) || !day) {
            return null;
        }
        Fields fields =
                b.fields()
                        .with(Field.BESIDE, a.fields().get(Field.WEEKDAY))
                        .with(Field.SIGN, after ? 1 : -1);
        return a.and(b, fields, Bound.NONE);
    }

    private @Nullable Match joinTimes(Tokens tokens, Match a, Match b, String gap) {
        Fields fa = lastOf(a.fields(), b.fields(), gap);
        Fields fb = b.fields();
        if (fb.isOnly(Field.A, Field.B, Field.SEP) && fb.is(Field.SEP, 1) && isDated(fa)) {
            fb = NumberJoiner.asClock(fb);
        }
        if (fa.hasDate() && fb.hasTime() && !fb.hasDate()) {
            boolean fits = phrases.joins("date-time", gap) && !(fa.hasClock() && fb.hasClock());
            return fits ? both(a, b, fa, fb, inner(tokens, b.from(), gap)) : null;
        }
        if (fa.hasTime() && !fa.hasDate() && fb.hasDate()) {
            boolean fits = phrases.joins("time-date", gap) && !(fa.hasClock() && fb.hasClock());
            boolean tonight = fa.has(Field.PART) && fb.is(Field.PART, Part.NIGHT);
            Fields day = tonight ? fb.without(Field.PART) : fb; // “midnight tonight”
            return fits ? both(a, b, fa, day, Bound.NONE) : null;
        }
        if (!fa.hasDate() && !fb.hasDate() && fa.hasTime() && fb.hasTime()) {
            return fa.hasClock() != fb.hasClock() && phrases.joins("date-time", gap)
                    ? both(a, b, fa, fb, Bound.NONE)
                    : null;
        }
        boolean fits =
                phrases.joins("date-date", gap)
                        && DateJoin.allows(tokens, a.with(fa), b.with(fb), gap);
        return fits ? both(a, b, fa, fb, Bound.NONE) : null;
    }

    /** “The last Friday of March” counts from its end, where “last Friday” alone is past. */
    private static Fields lastOf(Fields a, Fields b, String gap) {
        boolean month = b.has(Field.MONTH) || b.has(Field.UNIT);
        boolean counts = month && (gap.startsWith("of") || gap.startsWith("in"));
        return counts && a.isOnly(Field.WEEKDAY, Field.WMOD) && a.is(Field.WMOD, -1)
                ? a.without(Field.WMOD).with(Field.NTH, -1)
                : a;
    }

    private static boolean isDated(Fields f) {
        return f.has(Field.DAY) || f.has(Field.REL) || f.has(Field.A);
    }

    private Bound inner(Tokens tokens, int at, String gap) {
        return gap.isEmpty() ? Bound.NONE : direct(phrases.before(tokens, at).bound());
    }

    private static Bound direct(Bound bound) {
        return bound == Bound.BY
                        || bound == Bound.BEFORE
                        || bound == Bound.UNTIL
                        || bound == Bound.AFTER
                ? bound
                : Bound.NONE;
    }

    private static @Nullable Match both(Match a, Match b, Fields fa, Fields fb, Bound inner) {
        Fields fields = fa.has(Field.PART) && fb.has(Field.PART) ? null : fa.join(fb);
        return fields == null ? null : a.and(b, fields, inner);
    }

    /** “a week from Thursday”, “two days before 5 May”. */
    private @Nullable Match offset(Tokens tokens, Match a, Match b, String gap) {
        boolean span = isSpan(tokens, a, gap);
        boolean forward =
                span
                        || gap.equals("from")
                        || gap.equals("after")
                        || gap.equals("from the")
                        || gap.equals("on") && isWeeks(tokens, a);
        boolean back = gap.equals("before") || gap.equals("ahead of") || gap.equals("prior to");
        if (!(forward || back)
                || !a.fields().has(Field.AMOUNT)
                || b.fields().has(Field.AMOUNT)
                || !b.fields().hasDate()) {
            return null;
        }
        Fields fields = a.fields().without(Field.SHIFT, Field.NEXT).join(b.fields());
        return fields == null ? null : a.and(b, signed(fields, forward, span), Bound.NONE);
    }

    private static Fields signed(Fields fields, boolean forward, boolean span) {
        Fields signed = fields.with(Field.SIGN, forward ? 1 : -1);
        return span ? signed.with(Field.SPAN, 1) : signed;
    }

    /** “For three days from Monday”, “two weeks starting tomorrow”: the first day counts. */
    private boolean isSpan(Tokens tokens, Match a, String gap) {
        boolean lasts = tokens.is(a.from() - 1, "for");
        return phrases.joins("span-start", gap) || lasts && phrases.joins("span-from", gap);
    }

    /** “A week on Friday”; “in 3 days on Friday” names the same day twice. */
    private static boolean isWeeks(Tokens tokens, Match a) {
        Fields f = a.fields();
        boolean weeks =
                f.is(Field.AMOUNT_UNIT, Unit.WEEK) || f.is(Field.AMOUNT_UNIT, Unit.FORTNIGHT);
        return weeks && !tokens.is(a.from() - 1, "in") && !tokens.is(a.from() - 1, "within");
    }

    static String gap(Tokens tokens, int from, int to) {
        if (from == to) {
            return "";
        }
        StringBuilder gap = new StringBuilder(tokens.at(from).word());
        for (int i = from + 1; i < to; i++) {
            gap.append(' ').append(tokens.at(i).word());
        }
        return gap.toString();
    }
}
