package dev.followthrough.extract.time;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * A firm's year: what quarters, fiscal years and business days are counted by.
 *
 * @param fiscalYearStartMonth 1–12: “Q2” and “year end” follow it
 * @param holidays days that are no business days, besides Saturdays and Sundays
 */
public record BusinessCalendar(int fiscalYearStartMonth, Set<LocalDate> holidays) {
    /** The fiscal year is the calendar's, and only weekends are free. */
    public static final BusinessCalendar PLAIN = new BusinessCalendar(1, Set.of());

    private static final int MONTHS = 12;

    public BusinessCalendar {
        if (fiscalYearStartMonth < 1 || fiscalYearStartMonth > MONTHS) {
            throw new IllegalArgumentException(
                    "business calendar: fiscal year start month must lie in 1…12, was "
                            + fiscalYearStartMonth);
        }
        holidays = Set.copyOf(holidays);
    }

    /** The same with another fiscal year. */
    public BusinessCalendar withFiscalYearStartMonth(int month) {
        return new BusinessCalendar(month, holidays);
    }

    /** The same text for equal calendars, another for any other. */
    public String key() {
        return fiscalYearStartMonth + ":" + new TreeSet<>(holidays);
    }
}
