package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * {@code (words, direction, said at, zone, calendars, policy) → instants}: a pure function. One for
 * each text; see the deadline policy for every choice.
 */
final class Resolver {
    static final int SPEAKERS = 1000;
    static final int HEARERS = 1001;
    private static final int NOON = 12;
    private static final int DAYBREAK = 5;

    private final TimeContext context;
    private final Policy policy;
    private final Lexicon lexicon;
    private final Holidays holidays;
    private final Clock clock;
    private @Nullable LocalDate mentioned;
    private boolean goesOn;
    private boolean followsOn;

    Resolver(TimeContext context, Policy policy, Lexicon lexicon, Holidays holidays) {
        this.context = context;
        this.policy = policy;
        this.lexicon = lexicon;
        this.holidays = holidays;
        this.clock = new Clock(policy);
        this.mentioned = context.mentioned();
    }

    /** The text goes on: “the same day” now means that one. */
    void mention(LocalDate day) {
        mentioned = day;
        goesOn = true;
    }

    /** Whether the next words count from the day last spoken of: “…, so by Saturday”. */
    void followOn(boolean follows) {
        followsOn = follows;
    }

    /** “Can you do Thursday?” – “2:30 works”: the hour of an answer is on the day asked about. */
    private LocalDate asked(LocalDate today) {
        LocalDate day = context.mentioned();
        return day == null ? today : day;
    }

    /** The instants, or null where the words name none that exists. */
    @Nullable Resolved resolve(Fields fields, @Nullable Fields begin, Bound bound) {
        ZoneId zone = zone(fields);
        Fields f =
                fields.has(Field.NUMBER)
                        ? fields.without(Field.NUMBER).with(Field.HOUR, fields.get(Field.NUMBER))
                        : fields;
        if (f.has(Field.AMOUNT)) {
            return amount(f, zone, bound);
        }
        LocalDate today = today(f, zone);
        Days start = begin == null ? null : days(begin, today);
        Days days =
                days(
                        f,
                        start != null && f.isOnly(Field.WEEKDAY)
                                ? start.due().minusDays(1)
                                : today);
        boolean dated = days != null;
        if (days == null && f.hasTime() && !f.hasDate()) {
            days = Days.day(f.hasClock() && begin == null && !goesOn ? asked(today) : today);
        }
        if (days == null) {
            return null;
        }
        days = start != null && dated ? running(start, days).through(days) : days;
        boolean hours = begin == null || begin.hasClock() && f.hasClock();
        boolean vague = f.hasTime() && isSpan(days) && !f.has(Field.EDGE) && hours;
        if (vague) {
            return whole(f, days, zone, bound == Bound.AFTER ? Bound.ON : bound);
        }
        return f.hasTime()
                ? timed(f, begin, days, dated, zone)
                : whole(f, days, zone, begin == null ? bound : Bound.ON);
    }

    /** “From 2 to 10 July”, said on the 5th, has begun already. */
    private static Days running(Days start, Days end) {
        boolean begun = start.first().isAfter(end.last());
        return begun ? Days.span(start.first().minusYears(1), end.last(), end.grain()) : start;
    }

    private ZoneId zone(Fields f) {
        if (!f.has(Field.ZONE) || f.is(Field.ZONE, SPEAKERS)) {
            return context.zone();
        }
        ZoneId hearer = context.hearerZone();
        if (f.is(Field.ZONE, HEARERS)) {
            return hearer == null ? context.zone() : hearer;
        }
        ZoneId named = lexicon.zone(f.get(Field.ZONE));
        String own = context.zone().getId();
        boolean otherIst =
                named.getId().equals("Asia/Kolkata")
                        && (own.equals("Asia/Jerusalem") || own.equals("Europe/Dublin"));
        return otherIst ? context.zone() : named;
    }

    private LocalDate today(Fields f, ZoneId zone) {
        if (followsOn && mentioned != null) {
            return mentioned;
        }
        return context.saidAt().atZone(f.hasDate() ? context.zone() : zone).toLocalDate();
    }

    private @Nullable Days days(Fields f, LocalDate today) {
        Boolean hint = context.dayFirst();
        boolean dayFirst = hint != null ? hint : !policy.isMonthFirst(context.zone());
        Fields plain = f.without(Field.WEEK_OF, Field.BESIDE, Field.SIGN);
        if (f.has(Field.MONTH) && (f.get(Field.MONTH) < 1 || f.get(Field.MONTH) > 12)) {
            return null;
        }
        Days days = new DayResolver(today, policy, holidays, dayFirst, mentioned).days(plain);
        if (days == null && !unreal(plain)) {
            days = new Periods(today, policy, context.fiscalYearStartMonth()).days(plain);
        }
        if (days != null && f.has(Field.BESIDE)) {
            return days.beside(DayOfWeek.of(f.get(Field.BESIDE)), f.is(Field.SIGN, 1));
        }
        return days == null || !f.has(Field.WEEK_OF)
                ? days
                : DayResolver.inWeekOf(days, f.is(Field.WEEK_OF, 2), policy);
    }

    /** “Next week at 3pm” names no day: the hour says nothing. */
    private static boolean isSpan(Days days) {
        return switch (days.grain()) {
            case WEEK, MONTH, QUARTER, YEAR -> true;
            case MINUTE, HOUR, PART, DAY, EVENT -> false;
        };
    }

    /** A day was named that does not exist: 31 June is not June. */
    private static boolean unreal(Fields f) {
        return f.hasAny(Field.DAY, Field.A, Field.YMD, Field.HOLIDAY, Field.REF);
    }

    private @Nullable Resolved amount(Fields f, ZoneId zone, Bound bound) {
        Fields base =
                f.without(
                        Field.AMOUNT,
                        Field.AMOUNT_UNIT,
                        Field.BUSINESS,
                        Field.NEXT,
                        Field.SIGN,
                        Field.SHIFT);
        LocalDate today = context.saidAt().atZone(zone).toLocalDate();
        Days from = f.has(Field.SIGN) ? days(base, today) : Days.day(today);
        if (from == null) {
            return null;
        }
        if (f.is(Field.AMOUNT_UNIT, Unit.QUARTER) && f.get(Field.SHIFT, 0) > 0) {
            return quarters(f, today, zone);
        }
        Amounts amounts = new Amounts(context);
        Instant exact = f.has(Field.SIGN) ? null : amounts.elapsed(f);
        if (exact != null) {
            return new Resolved(context.saidAt(), exact, exact, Grain.MINUTE, zone, null);
        }
        LocalDate end = amounts.add(from.due(), f);
        if (end == null) {
            return null;
        }
        LocalDate day = f.has(Field.SPAN) ? end.minusDays(1) : end;
        Days days =
                new Days(
                        f.has(Field.SIGN) && !f.has(Field.SPAN) ? day : from.first(),
                        day,
                        day,
                        Grain.DAY,
                        null);
        return whole(f, days, zone, bound == Bound.BEFORE ? bound : Bound.ON);
    }

    /** “The next two quarters” are those of the calendar, or of the fiscal year. */
    private @Nullable Resolved quarters(Fields f, LocalDate today, ZoneId zone) {
        Fields last =
                Fields.NONE
                        .with(Field.UNIT, Unit.QUARTER.ordinal())
                        .with(Field.SHIFT, f.get(Field.AMOUNT));
        int fiscal = context.fiscalYearStartMonth();
        Days end = new Periods(today, policy, fiscal).unit(last, f.get(Field.AMOUNT));
        return end == null ? null : whole(f, end, zone, Bound.ON);
    }

    private Resolved whole(Fields f, Days days, ZoneId zone, Bound bound) {
        LocalDate today = context.saidAt().atZone(zone).toLocalDate();
        Ends ends = Ends.of(days, f, bound, today);
        LocalTime dayEnd = policy.dayEnd();
        LocalDate other = ends.alternative();
        return new Resolved(
                instant(days.first(), LocalTime.MIN, zone),
                instant(ends.at(), dayEnd, zone),
                instant(ends.due(), dayEnd, zone),
                days.grain(),
                zone,
                other == null ? null : instant(other, dayEnd, zone));
    }

    private Resolved timed(
            Fields f, @Nullable Fields begin, Days days, boolean dated, ZoneId zone) {
        LocalDate date = days.due();
        LocalTime time = clock.time(f);
        Instant at = instant(date, time, zone);
        boolean passed = !at.isAfter(context.saidAt());
        boolean morning = !dated && begin == null && isOnlyMorning(f);
        boolean night = f.is(Field.REL, 0) && f.is(Field.PART, Part.NIGHT) && f.hasClock();
        if (passed && (!dated && begin == null || night) || morning && !passed && isDay()) {
            date = date.plusDays(1);
            at = instant(date, time, zone);
        }
        Instant from = f.hasClock() ? at : instant(date, clock.start(f), zone);
        if (begin != null && begin.hasClock()) {
            from = instant(days.first(), clock.time(begin), zone);
            boolean oneDay = days.first().equals(days.last());
            at = at.isAfter(from) || !oneDay ? at : later(f, date, time, from, zone);
        }
        LocalDate alternative = days.alternative();
        Instant other = alternative == null ? null : instant(alternative, time, zone);
        boolean eod = f.is(Field.PART, Part.EOD) || f.is(Field.PART, Part.MIDNIGHT);
        Grain grain = f.hasClock() ? Grain.MINUTE : eod ? Grain.DAY : Grain.PART;
        return new Resolved(from, at, at, grain, zone, other);
    }

    /** “In the morning”, said when it is one already, is the next. */
    private static boolean isOnlyMorning(Fields f) {
        return !f.hasClock() && f.is(Field.PART, Part.MORNING);
    }

    private boolean isDay() {
        return context.saidAt().atZone(context.zone()).getHour() >= DAYBREAK;
    }

    /** The end of a range that seems to lie before its beginning: “3–8” ends at 20:00. */
    private static Instant later(
            Fields f, LocalDate date, LocalTime time, Instant from, ZoneId zone) {
        boolean evening = !f.has(Field.MERIDIEM) && time.getHour() < NOON;
        Instant tonight = instant(date, time.plusHours(evening ? NOON : 0), zone);
        return tonight.isAfter(from) ? tonight : instant(date.plusDays(1), time, zone);
    }

    /** Gap: shifted forward; overlap: the later instant, as the latest that still meets it. */
    private static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(date, time, zone).withLaterOffsetAtOverlap().toInstant();
    }
}
