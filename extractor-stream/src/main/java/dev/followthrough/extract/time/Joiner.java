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

    private final Phrases phrases;
    private final NumberJoiner numbers;

    Joiner(Phrases phrases) {
        this.phrases = phrases;
        this.numbers = new NumberJoiner(phrases);
    }

    List<Match> join(Tokens tokens, List<Match> matches) {
        List<Match> joined = new ArrayList<>(matches.size());
        for (Match match : matches) {
            Match next = match;
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

    private @Nullable Match join(Tokens tokens, Match a, Match b) {
        if (b.from() - a.to() > WIDEST_GAP
                || !tokens.sameSentence(a.to() - 1, b.from())
                || a.isNever()
                || b.isNever()) {
            return null;
        }
        String gap = gap(tokens, a.to(), b.from());
        if (a.fields().has(Field.AMOUNT) || b.fields().has(Field.AMOUNT)) {
            return offset(a, b, gap);
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
        return joinTimes(tokens, a, b, gap);
    }

    private @Nullable Match joinTimes(Tokens tokens, Match a, Match b, String gap) {
        Fields fa = a.fields();
        Fields fb = b.fields();
        if (fb.isOnly(Field.A, Field.B, Field.SEP) && fb.is(Field.SEP, 1) && isDated(fa)) {
            fb = numbers.asClock(fb);
        }
        if (fa.hasDate() && fb.hasTime() && !fb.hasDate()) {
            boolean fits = phrases.joins("date-time", gap) && !(fa.hasClock() && fb.hasClock());
            return fits ? both(a, b, fa, fb, inner(tokens, b.from(), gap)) : null;
        }
        if (fa.hasTime() && !fa.hasDate() && fb.hasDate()) {
            boolean fits = phrases.joins("time-date", gap) && !(fa.hasClock() && fb.hasClock());
            return fits ? both(a, b, fa, fb, Bound.NONE) : null;
        }
        if (!fa.hasDate() && !fb.hasDate() && fa.hasTime() && fb.hasTime()) {
            return fa.hasClock() != fb.hasClock() && phrases.joins("date-time", gap)
                    ? both(a, b, fa, fb, Bound.NONE)
                    : null;
        }
        boolean fits = phrases.joins("date-date", gap) && DateJoin.allows(tokens, a, b, gap);
        return fits ? both(a, b, fa, fb, Bound.NONE) : null;
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
    private static @Nullable Match offset(Match a, Match b, String gap) {
        boolean forward =
                gap.equals("from")
                        || gap.equals("after")
                        || gap.equals("from the")
                        || gap.equals("on");
        boolean back = gap.equals("before") || gap.equals("ahead of") || gap.equals("prior to");
        if (!(forward || back)
                || !a.fields().has(Field.AMOUNT)
                || b.fields().has(Field.AMOUNT)
                || !b.fields().hasDate()) {
            return null;
        }
        Fields fields = a.fields().without(Field.SHIFT, Field.NEXT).join(b.fields());
        return fields == null
                ? null
                : a.and(b, fields.with(Field.SIGN, forward ? 1 : -1), Bound.NONE);
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
