package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins two times into a range (“May 12 to 14”, “2–4pm Monday”) and hands what one of a list says
 * on to the others. Thread-safe.
 */
final class Ranges {
    private static final Field[] MONTH = {Field.MONTH, Field.YEAR, Field.UNIT, Field.SHIFT};
    static final Field[] DATE = {
        Field.YEAR,
        Field.MONTH,
        Field.DAY,
        Field.WEEKDAY,
        Field.WMOD,
        Field.WEEKS_ON,
        Field.REF,
        Field.REL,
        Field.REL_PLUS,
        Field.UNIT,
        Field.SHIFT,
        Field.A,
        Field.B,
        Field.SEP,
        Field.HOLIDAY,
        Field.YMD,
        Field.ZONE,
        Field.NTH,
        Field.WEEK
    };

    private final Phrases phrases;

    Ranges(Phrases phrases) {
        this.phrases = phrases;
    }

    List<Match> join(Tokens tokens, List<Match> matches) {
        List<Match> joined = new ArrayList<>(matches.size());
        for (Match match : matches) {
            Match range = joined.isEmpty() ? null : range(tokens, joined.getLast(), match);
            if (range != null) {
                joined.removeLast();
            }
            joined.add(range != null ? range : match);
        }
        return inherit(tokens, joined);
    }

    private @Nullable Match range(Tokens tokens, Match a, Match b) {
        boolean near =
                b.from() - a.to() >= 1
                        && b.from() - a.to() <= 3
                        && tokens.sameSentence(a.from(), b.from());
        if (!near
                || a.begin() != null
                || a.isNever()
                || b.isNever()
                || a.fields().has(Field.AMOUNT)
                || b.fields().has(Field.AMOUNT)) {
            return null;
        }
        String gap = Joiner.gap(tokens, a.to(), b.from());
        String before = tokens.at(a.from() - 1).word();
        boolean led = before.equals("between") || before.equals("from");
        boolean and =
                phrases.joins("and", gap)
                        && (led && !gap.startsWith("or") && !gap.equals(",") || nextDay(a, b, gap));
        if (!and && !phrases.joins("range", gap)) {
            return null;
        }
        return complete(a, b, led);
    }

    /** “19 and 20 May”: one span of two days. */
    private static boolean nextDay(Match a, Match b, String gap) {
        boolean whole =
                gap.equals("and") || gap.equals("&") || gap.equals("/") || gap.equals("and the");
        int day = b.fields().get(Field.DAY, 0);
        return whole
                && day > 1
                && (a.fields().is(Field.NUMBER, day - 1)
                        || a.fields().isOnly(Field.DAY) && a.fields().is(Field.DAY, day - 1));
    }

    private static @Nullable Match complete(Match a, Match b, boolean led) {
        Fields start = dotted(a.fields(), b.fields());
        Fields end = dotted(b.fields(), start);
        if (start.has(Field.NUMBER) && end.has(Field.NUMBER)) {
            return numbers(a, b);
        }
        Fields last = end.isOnly(Field.NUMBER) ? number(end, start) : end;
        if (last == null) {
            return null;
        }
        Fields first = start.has(Field.NUMBER) ? number(start, last) : start;
        return first == null || !led && !alike(first, last) ? null : through(a, b, first, last);
    }

    /** Each side takes from the other what it does not say. */
    private static Match through(Match a, Match b, Fields first, Fields last) {
        Fields start = first;
        Fields end = last;
        if (end.isOnly(Field.DAY) && start.has(Field.DAY)) {
            int months =
                    start.has(Field.MONTH) && end.get(Field.DAY) < start.get(Field.DAY) ? 1 : 0;
            end = end.orElse(start, MONTH);
            end = months > 0 ? end.with(Field.MONTH, end.get(Field.MONTH) % 12 + 1) : end;
        }
        end = end.hasDate() ? end : end.orElse(start, DATE);
        start = start.isOnly(Field.DAY) ? start.orElse(end, MONTH) : start;
        start = start.hasDate() ? start : start.orElse(end, DATE);
        return a.through(b, Clock.meridiem(start, end), end);
    }

    /** “9.30-4.30pm”: beside a clock time, a dotted one. */
    private static Fields dotted(Fields f, Fields other) {
        boolean clock =
                f.isOnly(Field.A, Field.B, Field.SEP)
                        && f.is(Field.SEP, 1)
                        && other.hasClock()
                        && f.get(Field.A) <= 24;
        return clock ? NumberJoiner.asClock(f) : f;
    }

    /** “6-8 next Monday”, “Monday 3-8”: hours where one side has a day. */
    private static @Nullable Match numbers(Match a, Match b) {
        Fields day = a.fields().hasDate() ? a.fields() : b.fields();
        if (!day.hasDate()) {
            return null;
        }
        Fields start = day.without(Field.NUMBER).with(Field.HOUR, a.fields().get(Field.NUMBER));
        Fields end = day.without(Field.NUMBER).with(Field.HOUR, b.fields().get(Field.NUMBER));
        return Math.max(a.fields().get(Field.NUMBER), b.fields().get(Field.NUMBER)) <= 24
                ? a.through(b, start, end)
                : null;
    }

    private static @Nullable Fields number(Fields number, Fields other) {
        int n = number.get(Field.NUMBER);
        Fields rest = number.without(Field.NUMBER);
        if (other.hasClock()) {
            return n <= 24 ? rest.with(Field.HOUR, n) : null;
        }
        boolean day =
                n >= 1 && n <= 31 && (other.has(Field.DAY) || other.is(Field.UNIT, Unit.MONTH));
        return day ? rest.with(Field.DAY, n) : null;
    }

    /** Without “from” or “between”, both sides must say the same kind of thing. */
    private static boolean alike(Fields a, Fields b) {
        if (a.hasClock() && b.hasClock()) {
            return true;
        }
        boolean days = isDay(a) && isDay(b);
        boolean years =
                a.isOnly(Field.YEAR) && (b.isOnly(Field.YEAR) || b.isOnly(Field.YEAR, Field.MONTH));
        boolean months = a.has(Field.MONTH) && b.has(Field.MONTH);
        boolean parts = a.has(Field.PART) && b.has(Field.PART) && b.hasDate();
        return days || years || months || parts || a.has(Field.QUARTER) && b.has(Field.QUARTER);
    }

    private static boolean isDay(Fields f) {
        return f.hasAny(Field.DAY, Field.WEEKDAY, Field.REL, Field.A);
    }

    private List<Match> inherit(Tokens tokens, List<Match> matches) {
        for (int i = 1; i < matches.size(); i++) {
            Match a = matches.get(i - 1);
            Match b = matches.get(i);
            if (isListed(tokens, a, b)) {
                matches.set(i, forward(a, b));
            }
        }
        for (int i = matches.size() - 2; i >= 0; i--) {
            Match a = matches.get(i);
            Match b = matches.get(i + 1);
            if (isListed(tokens, a, b)) {
                matches.set(i, back(a, b));
            }
        }
        return matches;
    }

    private boolean isListed(Tokens tokens, Match a, Match b) {
        boolean near =
                b.from() - a.to() >= 1
                        && b.from() - a.to() <= 3
                        && tokens.sameSentence(a.from(), b.from());
        return near && phrases.joins("and", Joiner.gap(tokens, a.to(), b.from()));
    }

    private static Match forward(Match a, Match b) {
        Fields fa = a.fields();
        Fields fb = b.fields();
        if (fb.isOnly(Field.WEEKDAY, Field.HOUR, Field.MINUTE, Field.MERIDIEM)
                && fb.has(Field.WEEKDAY)
                && fa.has(Field.WEEKDAY)
                && fa.is(Field.UNIT, Unit.WEEK)) {
            return b.asJoined(fb.orElse(fa, Field.UNIT, Field.SHIFT));
        }
        if (fb.isOnly(Field.DAY) && fa.has(Field.MONTH) && fa.has(Field.DAY)) {
            return b.asJoined(fb.orElse(fa, Field.MONTH, Field.YEAR));
        }
        if (fb.hasClock() && !fb.hasDate() && fa.hasDate() && fa.hasClock()) {
            return b.asJoined(fb.orElse(fa, DATE));
        }
        return b;
    }

    private static Match back(Match a, Match b) {
        Fields fa = a.fields();
        Fields fb = b.fields();
        if (fa.isOnly(Field.DAY) && fb.has(Field.MONTH) && fb.has(Field.DAY)) {
            return a.asJoined(fa.orElse(fb, Field.MONTH, Field.YEAR));
        }
        if (fa.isOnly(Field.WEEKDAY)
                && fb.has(Field.WEEKDAY)
                && fb.is(Field.UNIT, Unit.WEEK)
                && !fb.has(Field.EDGE)) {
            return a.asJoined(fa.orElse(fb, Field.UNIT, Field.SHIFT));
        }
        return a;
    }
}
