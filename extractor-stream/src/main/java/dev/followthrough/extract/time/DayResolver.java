package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * Days of the week and of the month, seen from the day on which they were said. A fresh one for
 * each resolution.
 */
final class DayResolver {
    private static final int MONTHS_SEARCHED = 60;
    private static final int YEARS_SEARCHED = 9;

    private final LocalDate today;
    private final Policy policy;
    private final Holidays holidays;
    private final boolean dayFirst;
    private final @Nullable LocalDate mentioned;

    /**
     * @param mentioned the day last spoken of: “the same day”, “by then”
     */
    DayResolver(
            LocalDate today,
            Policy policy,
            Holidays holidays,
            boolean dayFirst,
            @Nullable LocalDate mentioned) {
        this.today = today;
        this.policy = policy;
        this.holidays = holidays;
        this.dayFirst = dayFirst;
        this.mentioned = mentioned;
    }

    /** The single day named, or null where the fields name none. */
    @Nullable Days days(Fields f) {
        if (f.has(Field.REF)) {
            return mentioned == null ? null : Days.day(mentioned.plusDays(f.get(Field.REF)));
        }
        if (f.has(Field.YMD)) {
            int ymd = f.get(Field.YMD);
            return date(ymd / 10_000, ymd / 100 % 100, ymd % 100);
        }
        if (f.has(Field.A)) {
            return numeric(f);
        }
        if (f.has(Field.HOLIDAY)) {
            return holiday(f);
        }
        if (f.has(Field.MONTH) && f.has(Field.DAY)) {
            return monthDay(f, f.get(Field.MONTH), f.get(Field.DAY));
        }
        if (f.has(Field.REL)) {
            return Days.day(
                    today.plusDays(f.get(Field.REL) + f.get(Field.REL_PLUS, 0))
                            .plusWeeks(f.get(Field.WEEKS_ON, 0)));
        }
        if (f.has(Field.DAY)) {
            return dayOfMonth(f);
        }
        if (f.has(Field.NTH) && f.has(Field.WEEKDAY)) {
            return nthWeekday(f);
        }
        return f.has(Field.WEEKDAY) ? weekday(f) : null;
    }

    private @Nullable Days date(int year, int month, int day) {
        try {
            return Days.day(LocalDate.of(policy.year(year), month, day));
        } catch (DateTimeException e) {
            return null; // 31 June: no such day, so no date
        }
    }

    private @Nullable Days holiday(Fields f) {
        LocalDate day =
                f.has(Field.YEAR)
                        ? holidays.in(f.get(Field.HOLIDAY), policy.year(f.get(Field.YEAR)))
                        : holidays.next(f.get(Field.HOLIDAY), today);
        return day == null
                ? null
                : Days.span(day.minusDays(holidays.eves(f.get(Field.HOLIDAY))), day, Grain.DAY);
    }

    private @Nullable Days numeric(Fields f) {
        int a = f.get(Field.A);
        int b = f.get(Field.B);
        boolean first = f.is(Field.SEP, 1) || dayFirst;
        if (f.has(Field.YEAR) && f.get(Field.YEAR) < 32 && a > 31) {
            return null;
        }
        int month = first ? b : a;
        int day = first ? a : b;
        return month > 12 ? monthDay(f, day, month) : monthDay(f, month, day);
    }

    private @Nullable Days monthDay(Fields f, int month, int day) {
        if (month > 12 || month < 1) {
            return null;
        }
        if (f.has(Field.YEAR)) {
            return date(f.get(Field.YEAR), month, day);
        }
        if (f.has(Field.SHIFT) && f.is(Field.UNIT, Unit.YEAR)) {
            return date(today.getYear() + f.get(Field.SHIFT), month, day);
        }
        Days passed = null;
        for (int year = today.getYear(); year < today.getYear() + YEARS_SEARCHED; year++) {
            Days found = date(year, month, day);
            if (found != null && !found.due().isBefore(today)) {
                return passed == null ? found : found.or(passed.due());
            }
            boolean recent =
                    found != null && !found.due().isBefore(today.minusDays(policy.recentDays()));
            passed = recent ? found : null;
        }
        return null;
    }

    private @Nullable Days dayOfMonth(Fields f) {
        int day = f.get(Field.DAY);
        YearMonth start = YearMonth.from(today);
        if (f.is(Field.UNIT, Unit.MONTH)) {
            YearMonth month = start.plusMonths(f.get(Field.SHIFT, 0));
            return month.isValidDay(day) ? Days.day(month.atDay(day)) : null;
        }
        for (int i = 0; i < MONTHS_SEARCHED; i++) {
            YearMonth month = start.plusMonths(i);
            if (fits(f, month, day)) {
                return Days.day(month.atDay(day));
            }
        }
        return null;
    }

    private boolean fits(Fields f, YearMonth month, int day) {
        return month.isValidDay(day)
                && !month.atDay(day).isBefore(today)
                && (!f.has(Field.WEEKDAY)
                        || month.atDay(day).getDayOfWeek().getValue() == f.get(Field.WEEKDAY));
    }

    private @Nullable Days nthWeekday(Fields f) {
        int which = f.get(Field.NTH);
        DayOfWeek weekday = DayOfWeek.of(f.get(Field.WEEKDAY));
        if (!f.has(Field.MONTH)) {
            YearMonth month = YearMonth.from(today).plusMonths(f.get(Field.SHIFT, 0));
            LocalDate day = nth(month, which, weekday);
            boolean past = !f.has(Field.SHIFT) && day.isBefore(today);
            return Days.day(past ? nth(month.plusMonths(1), which, weekday) : day);
        }
        int year = f.has(Field.YEAR) ? policy.year(f.get(Field.YEAR)) : today.getYear();
        LocalDate day = nth(YearMonth.of(year, f.get(Field.MONTH)), which, weekday);
        return Days.day(
                !f.has(Field.YEAR) && day.isBefore(today)
                        ? nth(YearMonth.of(year + 1, f.get(Field.MONTH)), which, weekday)
                        : day);
    }

    private static LocalDate nth(YearMonth month, int which, DayOfWeek weekday) {
        return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }

    private Days weekday(Fields f) {
        DayOfWeek weekday = DayOfWeek.of(f.get(Field.WEEKDAY));
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate coming = today.with(TemporalAdjusters.next(weekday));
        int ofThisWeek = weekday.getValue() - 1;
        if (f.is(Field.UNIT, Unit.WEEK)) {
            return Days.day(monday.plusWeeks(weeks(f.get(Field.SHIFT, 0))).plusDays(ofThisWeek));
        }
        if (f.has(Field.WEEK)) {
            return Days.day(Periods.isoWeek(today, f).plusDays(ofThisWeek));
        }
        if (!f.has(Field.WMOD)) {
            LocalDate day = coming.plusWeeks(f.get(Field.WEEKS_ON, 0));
            return Days.day(day)
                    .or(today.getDayOfWeek() == weekday && !f.has(Field.WEEKS_ON) ? today : null);
        }
        return switch (f.get(Field.WMOD)) {
            case 0 ->
                    Days.day(
                            monday.plusDays(ofThisWeek).isBefore(today)
                                    ? coming
                                    : monday.plusDays(ofThisWeek));
            case 2 -> Days.day(coming);
            case 3 -> Days.day(monday.plusWeeks(2).plusDays(ofThisWeek));
            case -1 -> Days.day(today.with(TemporalAdjusters.previous(weekday)));
            default -> nextWeekday(monday.plusWeeks(1).plusDays(ofThisWeek), coming);
        };
    }

    private static Days nextWeekday(LocalDate ofNextWeek, LocalDate coming) {
        return Days.day(ofNextWeek).or(coming.isBefore(ofNextWeek) ? coming : null);
    }

    static int weeks(int shift) {
        return shift == 2 ? 1 : shift == 3 ? 2 : shift;
    }

    static Days inWeekOf(Days days, boolean weekend, Policy policy) {
        LocalDate monday = days.due().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return weekend
                ? Days.span(monday.plusDays(5), monday.plusDays(6), Grain.DAY)
                : Days.week(monday, policy);
    }
}
