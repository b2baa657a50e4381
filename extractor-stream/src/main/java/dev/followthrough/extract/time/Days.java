package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days an expression names.
 *
 * @param first first day
 * @param last last day, inclusive
 * @param due last day on which something owed then is on time (a week: Friday)
 * @param alternative another ordinary reading of {@code due}
 */
record Days(
        LocalDate first,
        LocalDate last,
        LocalDate due,
        Grain grain,
        @Nullable LocalDate alternative) {
    static Days day(LocalDate day) {
        return new Days(day, day, day, Grain.DAY, null);
    }

    static Days span(LocalDate first, LocalDate last, Grain grain) {
        return new Days(first, last, last, grain, null);
    }

    static Days week(LocalDate monday, Policy policy) {
        return new Days(
                monday,
                monday.plusDays(6),
                monday.plusDays(policy.weekDue().getValue() - 1L),
                Grain.WEEK,
                null);
    }

    Days or(@Nullable LocalDate other) {
        return new Days(first, last, due, grain, other);
    }

    /** The first such weekday after the day, or the last before it. */
    Days beside(DayOfWeek weekday, boolean after) {
        return day(
                due.with(
                        after
                                ? TemporalAdjusters.next(weekday)
                                : TemporalAdjusters.previous(weekday)));
    }

    Days through(Days end) {
        return new Days(first, end.last, end.due, end.grain, end.alternative);
    }
}
