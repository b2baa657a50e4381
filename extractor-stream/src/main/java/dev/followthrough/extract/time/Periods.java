package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * Weeks, months, quarters, halves and years, seen from the day on which they were said. A fresh one
 * for each resolution.
 */
final class Periods {
    private final LocalDate today;
    private final Policy policy;
    private final int fiscalStart;

    Periods(LocalDate today, Policy policy, int fiscalStart) {
        this.today = today;
        this.policy = policy;
        this.fiscalStart = fiscalStart;
    }

    /** The span named, or null where the fields name none. */
    @Nullable Days days(Fields f) {
        Days whole = whole(f);
        return whole == null || !f.has(Field.EDGE)
                ? whole
                : new PeriodParts(policy).part(whole, Edge.of(f.get(Field.EDGE)));
    }

    private @Nullable Days whole(Fields f) {
        if (f.has(Field.NTH_UNIT)) {
            return nthUnit(f);
        }
        if (f.has(Field.WEEK)) {
            return Days.week(isoWeek(today, f), policy);
        }
        if (f.has(Field.HALF) && f.hasAny(Field.MONTH, Field.UNIT)) {
            return half(whole(f.without(Field.HALF)), f.is(Field.HALF, 1));
        }
        if (f.hasAny(Field.QUARTER, Field.HALF)) {
            return f.has(Field.QUARTER)
                    ? months(f, 3, f.get(Field.QUARTER))
                    : months(f, 6, f.get(Field.HALF));
        }
        if (f.has(Field.FY)) {
            return year(fiscalYear(policy.year(f.get(Field.FY))), Grain.YEAR);
        }
        if (f.has(Field.MONTH)) {
            return month(f);
        }
        if (f.has(Field.UNIT)) {
            return unit(f, Unit.of(f.get(Field.UNIT)), DayResolver.weeks(f.get(Field.SHIFT, 0)));
        }
        return f.has(Field.YEAR)
                ? year(LocalDate.of(policy.year(f.get(Field.YEAR)), 1, 1), Grain.YEAR)
                : null;
    }

    private @Nullable Days half(@Nullable Days whole, boolean first) {
        if (whole == null) {
            return null;
        }
        LocalDate middle = new PeriodParts(policy).middle(whole);
        return first
                ? Days.span(whole.first(), middle, Grain.PART)
                : new Days(middle.plusDays(1), whole.last(), whole.due(), Grain.PART, null);
    }

    static LocalDate isoWeek(LocalDate today, Fields f) {
        int week = f.get(Field.WEEK);
        int year = f.has(Field.YEAR) ? f.get(Field.YEAR) : today.get(IsoFields.WEEK_BASED_YEAR);
        LocalDate monday = monday(year, week);
        return !f.has(Field.YEAR) && monday.plusDays(6).isBefore(today)
                ? monday(year + 1, week)
                : monday;
    }

    private static LocalDate monday(int year, int week) {
        LocalDate first =
                LocalDate.of(year, 1, 4).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return first.plusWeeks(week - 1L);
    }

    private Days month(Fields f) {
        if (f.has(Field.YEAR)) {
            return month(YearMonth.of(policy.year(f.get(Field.YEAR)), f.get(Field.MONTH)));
        }
        YearMonth month = YearMonth.of(today.getYear(), f.get(Field.MONTH));
        if (f.get(Field.SHIFT, 0) < 0) { // “last March”, said in March, was a year ago
            return month(month.isBefore(YearMonth.from(today)) ? month : month.minusYears(1));
        }
        YearMonth coming = month.isBefore(YearMonth.from(today)) ? month.plusYears(1) : month;
        boolean next =
                f.is(Field.SHIFT, 1)
                        && coming.getYear() == today.getYear()
                        && coming.equals(YearMonth.from(today));
        return month(next ? coming.plusYears(1) : coming);
    }

    private static Days month(YearMonth month) {
        return Days.span(month.atDay(1), month.atEndOfMonth(), Grain.MONTH);
    }

    private static Days year(LocalDate first, Grain grain) {
        return Days.span(first, first.plusYears(1).minusDays(1), grain);
    }

    /** First day of the fiscal year that ends in the given year. */
    private LocalDate fiscalYear(int named) {
        return LocalDate.of(fiscalStart == 1 ? named : named - 1, fiscalStart, 1);
    }

    private LocalDate fiscalYearOf(LocalDate day) {
        LocalDate start = LocalDate.of(day.getYear(), fiscalStart, 1);
        return start.isAfter(day) ? start.minusYears(1) : start;
    }

    private Days months(Fields f, int length, int number) {
        boolean calendar = f.is(Field.FISCAL, 0);
        LocalDate year = calendar ? LocalDate.of(today.getYear(), 1, 1) : fiscalYearOf(today);
        if (f.has(Field.FY)) {
            year = fiscalYear(policy.year(f.get(Field.FY)));
        } else if (f.has(Field.YEAR)) {
            year =
                    calendar || fiscalStart == 1
                            ? LocalDate.of(policy.year(f.get(Field.YEAR)), 1, 1)
                            : fiscalYear(policy.year(f.get(Field.YEAR)));
        }
        LocalDate first = year.plusMonths((long) length * (number - 1));
        boolean past =
                !f.hasAny(Field.FY, Field.YEAR)
                        && first.plusMonths(length).minusDays(1).isBefore(today);
        return span(past ? first.plusYears(1) : first, length);
    }

    private static Days span(LocalDate first, int months) {
        return Days.span(
                first,
                first.plusMonths(months).minusDays(1),
                months == 12 ? Grain.YEAR : Grain.QUARTER);
    }

    /** The span of that unit so many on. */
    @Nullable Days unit(Fields f, int shift) {
        return unit(f, Unit.of(f.get(Field.UNIT)), shift);
    }

    private @Nullable Days unit(Fields f, Unit unit, int shift) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (unit) {
            case DAY -> Days.day(today.plusDays(shift));
            case WEEK, FORTNIGHT -> Days.week(monday.plusWeeks(shift), policy);
            case WEEKEND ->
                    Days.span(
                            monday.plusWeeks(shift).plusDays(5),
                            monday.plusWeeks(shift).plusDays(6),
                            Grain.DAY);
            case MONTH -> month(YearMonth.from(today).plusMonths(shift));
            case QUARTER -> span(quarterOf(f).plusMonths(3L * shift), 3);
            case YEAR ->
                    year(
                            f.is(Field.FISCAL, 1)
                                    ? fiscalYearOf(today).plusYears(shift)
                                    : LocalDate.of(today.getYear() + shift, 1, 1),
                            Grain.YEAR);
            case DECADE ->
                    Days.span(
                            LocalDate.of(today.getYear() / 10 * 10 + 10 * shift, 1, 1),
                            LocalDate.of(today.getYear() / 10 * 10 + 10 * shift + 9, 12, 31),
                            Grain.YEAR);
            case HOUR, MINUTE, SECOND, SPRINT -> null;
        };
    }

    private LocalDate quarterOf(Fields f) {
        LocalDate year =
                f.is(Field.FISCAL, 0) ? LocalDate.of(today.getYear(), 1, 1) : fiscalYearOf(today);
        int months =
                (today.getYear() - year.getYear()) * 12
                        + today.getMonthValue()
                        - year.getMonthValue();
        return year.plusMonths(months / 3 * 3L);
    }

    private @Nullable Days nthUnit(Fields f) {
        int which = f.get(Field.NTH);
        if (f.is(Field.NTH_UNIT, Unit.DAY)) {
            Days whole = whole(f.without(Field.NTH_UNIT, Field.NTH, Field.BUSINESS));
            return whole == null ? null : nthDay(whole, which, f.has(Field.BUSINESS));
        }
        if (f.is(Field.NTH_UNIT, Unit.MONTH)) {
            int year =
                    f.has(Field.YEAR)
                            ? policy.year(f.get(Field.YEAR))
                            : today.getYear() + f.get(Field.SHIFT, 0);
            return which < 1 ? null : month(YearMonth.of(year, which));
        }
        if (f.has(Field.YEAR) && !f.has(Field.MONTH)) {
            return which < 1
                    ? null
                    : Days.week(monday(policy.year(f.get(Field.YEAR)), which), policy);
        }
        if (!f.hasAny(Field.MONTH, Field.UNIT)) {
            return null;
        }
        Days month = f.has(Field.MONTH) ? month(f) : unit(f, Unit.MONTH, f.get(Field.SHIFT, 0));
        return month == null ? null : weekOf(month, which);
    }

    private static Days nthDay(Days whole, int which, boolean business) {
        int step = which > 0 ? 1 : -1;
        LocalDate day = which > 0 ? whole.first() : whole.last();
        for (int left = Math.abs(which); ; day = day.plusDays(step)) {
            left -= business && day.getDayOfWeek().getValue() > 5 ? 0 : 1;
            if (left == 0) {
                return Days.day(day);
            }
        }
    }

    /** The work week that holds the first (or last) weekday of the month, and so many weeks on. */
    private Days weekOf(Days month, int which) {
        LocalDate day = which > 0 ? month.first() : month.last();
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(which > 0 ? 1 : -1);
        }
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Days.week(which > 0 ? monday.plusWeeks(which - 1L) : monday, policy);
    }
}
