package dev.followthrough.extract.time;

import dev.followthrough.contracts.model.Grain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The beginning, the middle and the end of weeks, months and longer spans. Thread-safe. */
final class PeriodParts {
    private final Policy policy;

    PeriodParts(Policy policy) {
        this.policy = policy;
    }

    /** Last day of the first half. */
    LocalDate middle(Days whole) {
        return part(whole, Edge.MID).due();
    }

    Days part(Days whole, Edge edge) {
        if (edge == Edge.END) {
            return new Days(whole.first(), whole.last(), whole.due(), whole.grain(), null);
        }
        LocalDate day =
                switch (whole.grain()) {
                    case WEEK -> weekPart(whole.first(), edge);
                    case MONTH -> monthPart(whole, edge);
                    case DAY, PART, HOUR, MINUTE, EVENT -> whole.due();
                    case QUARTER, YEAR -> longPart(whole, edge);
                };
        LocalDate last = whole.grain() == Grain.WEEK && edge == Edge.LATE ? whole.last() : day;
        return new Days(whole.first(), last, day, Grain.PART, null);
    }

    private LocalDate weekPart(LocalDate monday, Edge edge) {
        return switch (edge) {
            case BEGIN -> monday;
            case EARLY -> monday.plusDays(policy.earlyWeek().getValue() - 1L);
            case MID -> monday.plusDays(2);
            case LATE, END -> monday.plusDays(policy.weekDue().getValue() - 1L);
        };
    }

    private LocalDate monthPart(Days month, Edge edge) {
        return switch (edge) {
            case BEGIN -> month.first();
            case EARLY -> month.first().plusDays(policy.earlyMonth() - 1L);
            case MID -> month.first().plusDays(policy.midMonth() - 1L);
            case LATE, END -> month.last();
        };
    }

    private static LocalDate longPart(Days whole, Edge edge) {
        long days = ChronoUnit.DAYS.between(whole.first(), whole.last());
        return switch (edge) {
            case BEGIN -> whole.first();
            case EARLY -> whole.first().plusDays(days / 3);
            case MID -> whole.first().plusDays(days / 2);
            case LATE, END -> whole.last();
        };
    }
}
