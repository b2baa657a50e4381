package dev.followthrough.extract.time;

import java.util.Set;

/** Which two dates may be parts of one. */
final class DateJoin {
    private static final Field[] WEEKDAY = {
        Field.WEEKDAY,
        Field.WMOD,
        Field.WEEKS_ON,
        Field.PART,
        Field.HOUR,
        Field.MINUTE,
        Field.MERIDIEM
    };
    private static final Field[] TIMES = {
        Field.PART, Field.HOUR, Field.MINUTE, Field.MERIDIEM, Field.ZONE, Field.SECONDS
    };
    private static final Set<String> NEED_OF =
            Set.of("beginning", "start", "close", "middle", "begin");
    private static final Set<String> COMPARED = Set.of("later", "earlier");

    private DateJoin() {}

    static boolean allows(Tokens tokens, Match a, Match b, String gap) {
        Fields fa = a.fields().without(TIMES);
        Fields fb = b.fields().without(TIMES);
        if (fa.isOnly(Field.EDGE)) {
            return gap.isEmpty() && edge(tokens, a, b.fields());
        }
        if (fa.isOnly(Field.WEEK_OF)) {
            return gap.isEmpty() && fb.hasDate();
        }
        if (fb.hasAny(Field.EDGE, Field.WEEK_OF) && !fb.hasDate()) {
            return false;
        }
        return weekday(fa, fb)
                || weekday(fb, fa)
                || dayOfMonth(fa, fb, gap)
                || year(fa, fb, gap)
                || nth(fa, fb)
                || relative(fa, fb);
    }

    private static boolean edge(Tokens tokens, Match a, Fields b) {
        if (!b.hasDate()) {
            return false;
        }
        boolean of = tokens.is(a.to() - 1, "of") || tokens.is(a.to() - 2, "of");
        for (int i = a.from(); i < a.to(); i++) {
            if (tokens.in(i, NEED_OF) && !of) {
                return false;
            }
            if (tokens.in(i, COMPARED) && !b.hasAny(Field.UNIT, Field.REL)) {
                return false;
            }
        }
        return true;
    }

    /** A weekday beside a full date, or inside a week. */
    private static boolean weekday(Fields day, Fields other) {
        if (!day.has(Field.WEEKDAY)
                || !day.without(WEEKDAY).isEmpty()
                || other.has(Field.WEEKDAY)) {
            return false;
        }
        boolean week =
                other.is(Field.UNIT, Unit.WEEK) && !other.has(Field.EDGE) || other.has(Field.WEEK);
        boolean date =
                other.has(Field.DAY) || other.hasAny(Field.A, Field.REL, Field.HOLIDAY, Field.YMD);
        return week && !day.has(Field.WMOD) || date;
    }

    private static boolean dayOfMonth(Fields a, Fields b, String gap) {
        boolean month =
                b.isOnly(Field.MONTH)
                        || b.is(Field.UNIT, Unit.MONTH) && !b.has(Field.EDGE)
                        || b.isOnly(Field.MONTH, Field.YEAR);
        return month && a.isOnly(Field.DAY, Field.WEEKDAY) && a.has(Field.DAY) && !gap.equals(",");
    }

    private static boolean year(Fields a, Fields b, String gap) {
        boolean year = b.isOnly(Field.YEAR) || b.isOnly(Field.FY);
        boolean yearly =
                a.hasAny(
                        Field.MONTH,
                        Field.DAY,
                        Field.QUARTER,
                        Field.HALF,
                        Field.WEEK,
                        Field.HOLIDAY,
                        Field.A,
                        Field.NTH_UNIT);
        boolean reversed = a.isOnly(Field.FY) && b.isOnly(Field.QUARTER);
        return year && yearly && !a.hasAny(Field.YEAR, Field.FY) && !gap.equals("-") || reversed;
    }

    private static boolean nth(Fields a, Fields b) {
        boolean which = a.has(Field.NTH) && a.hasAny(Field.WEEKDAY, Field.NTH_UNIT);
        boolean day = a.is(Field.NTH_UNIT, Unit.DAY) && b.hasAny(Field.UNIT, Field.QUARTER);
        boolean half = a.isOnly(Field.HALF) && (b.isOnly(Field.MONTH, Field.YEAR) || unit(b));
        return half
                || which
                        && !a.hasAny(Field.MONTH, Field.UNIT)
                        && (day
                                || b.has(Field.MONTH)
                                || b.is(Field.UNIT, Unit.MONTH)
                                || b.isOnly(Field.YEAR));
    }

    private static boolean unit(Fields f) {
        return f.isOnly(Field.UNIT, Field.SHIFT) && !f.is(Field.UNIT, Unit.WEEKEND);
    }

    private static boolean relative(Fields a, Fields b) {
        return a.isOnly(Field.REL) && (b.has(Field.DAY) || b.has(Field.A))
                || b.isOnly(Field.REL) && a.has(Field.MONTH) && a.has(Field.DAY);
    }
}
