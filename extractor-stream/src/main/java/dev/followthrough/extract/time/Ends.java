package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * What a direction makes of the days named: “before May” ends in April, “by May” on its first day
 * or on its last.
 *
 * @param at last day of what was said
 * @param due last day on which something owed then is on time
 * @param alternative another ordinary reading of {@code due}
 */
record Ends(LocalDate at, LocalDate due, @Nullable LocalDate alternative) {

    static Ends of(Days days, Fields f, Bound bound, LocalDate today) {
        boolean started = !days.first().isAfter(today);
        return switch (bound) {
            case BEFORE -> before(days, f, started);
            case BY -> by(days, f, started);
            case UNTIL -> new Ends(days.due(), days.due(), days.alternative());
            case FROM -> new Ends(days.last(), days.first(), days.alternative());
            case AFTER -> after(days);
            case WITHIN, ON, THROUGHOUT, NONE ->
                    new Ends(
                            f.has(Field.BUSINESS) ? days.due() : days.last(),
                            days.due(),
                            days.alternative());
        };
    }

    /** The day before; a span that runs already ends with itself. */
    private static Ends before(Days days, Fields f, boolean started) {
        if (f.is(Field.EDGE, Edge.END)) {
            return new Ends(days.last(), days.due(), days.alternative());
        }
        boolean runs = started && isSpan(days) && !isWeekend(days);
        LocalDate due = runs ? days.due() : days.first().minusDays(1);
        LocalDate other = days.alternative();
        return new Ends(due, due, other == null ? null : other.minusDays(1));
    }

    /** A span to come: its first day, or else its last. People mean both. */
    private static Ends by(Days days, Fields f, boolean started) {
        if (isWeekend(days)) {
            LocalDate friday = days.first().minusDays(1);
            return new Ends(friday, friday, days.last());
        }
        boolean coming = isSpan(days) && !started && days.grain() != Grain.DAY;
        return coming && !f.has(Field.EDGE)
                ? new Ends(days.first(), days.first(), days.due())
                : new Ends(days.due(), days.due(), days.alternative());
    }

    private static Ends after(Days days) {
        LocalDate day = isWeekend(days) ? days.last().plusDays(1) : days.first();
        return new Ends(day, day, days.alternative());
    }

    private static boolean isSpan(Days days) {
        return days.last().isAfter(days.first());
    }

    private static boolean isWeekend(Days days) {
        return days.grain() == Grain.DAY
                && isSpan(days)
                && days.first().getDayOfWeek() == DayOfWeek.SATURDAY;
    }
}
