package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Adds spans of time: hours and minutes as elapsed time, longer ones on the calendar, business days
 * by the business calendar.
 */
final class Amounts {
    private static final int HALF = 0;
    private static final int LONGEST = 4000;

    private final TimeContext context;

    Amounts(TimeContext context) {
        this.context = context;
    }

    /** The instant after so many hours, minutes or seconds; null for longer units. */
    @Nullable Instant elapsed(Fields f) {
        int amount = f.get(Field.AMOUNT);
        Duration unit =
                switch (Unit.of(f.get(Field.AMOUNT_UNIT))) {
                    case SECOND -> Duration.ofSeconds(1);
                    case MINUTE -> Duration.ofMinutes(1);
                    case HOUR -> Duration.ofHours(1);
                    case DAY -> amount == HALF ? Duration.ofDays(1) : Duration.ZERO;
                    case WEEK, FORTNIGHT, MONTH, QUARTER, YEAR, WEEKEND, DECADE, SPRINT ->
                            Duration.ZERO;
                };
        if (unit.isZero() || f.has(Field.BUSINESS)) {
            return null;
        }
        Duration half = f.has(Field.PLUS_HALF) ? unit.dividedBy(2) : Duration.ZERO;
        return context.saidAt()
                .plus(amount == HALF ? unit.dividedBy(2) : unit.multipliedBy(amount).plus(half));
    }

    /**
     * The day so many days, weeks, months … on, or back where the sign says so; null where the unit
     * is no calendar unit.
     */
    @Nullable LocalDate add(LocalDate from, Fields f) {
        if (f.has(Field.PLUS_HALF)) {
            LocalDate day = add(from, f.without(Field.PLUS_HALF));
            return day == null
                    ? null
                    : add(day, f.without(Field.PLUS_HALF).with(Field.AMOUNT, HALF));
        }
        int amount = Math.min(f.get(Field.AMOUNT), LONGEST) * f.get(Field.SIGN, 1);
        if (f.has(Field.BUSINESS) && f.is(Field.AMOUNT_UNIT, Unit.DAY)) {
            return businessDays(from, amount);
        }
        return switch (Unit.of(f.get(Field.AMOUNT_UNIT))) {
            case DAY -> from.plusDays(amount);
            case WEEK -> f.is(Field.AMOUNT, HALF) ? from.plusDays(4) : from.plusWeeks(amount);
            case FORTNIGHT -> from.plusWeeks(2L * amount);
            case MONTH -> f.is(Field.AMOUNT, HALF) ? from.plusDays(15) : from.plusMonths(amount);
            case QUARTER -> from.plusMonths(3L * amount);
            case YEAR -> f.is(Field.AMOUNT, HALF) ? from.plusMonths(6) : from.plusYears(amount);
            case DECADE -> from.plusYears(10L * amount);
            case SECOND, MINUTE, HOUR -> from;
            case WEEKEND, SPRINT -> null;
        };
    }

    private LocalDate businessDays(LocalDate from, int amount) {
        LocalDate day = from;
        int step = Integer.signum(amount);
        for (int left = Math.abs(amount); left > 0; ) {
            day = day.plusDays(step);
            left -= isBusinessDay(day) ? 1 : 0;
        }
        return day;
    }

    private boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !context.holidays().contains(day);
    }
}
