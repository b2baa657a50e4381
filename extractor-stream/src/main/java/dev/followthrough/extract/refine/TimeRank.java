package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;
import java.util.Locale;

/** How well a time bounds what is promised beside it; 0 where it bounds nothing. */
final class TimeRank {
    static final int LIMIT = 6;
    private static final int DEADLINE = 5;
    private static final int DATE = 4;
    private static final int EVENT_LIMIT = 3;
    private static final int EVENT = 2;
    private static final int LATER = 1;

    /** What a time that is turned down is followed by. */
    private static final List<String> REFUSALS =
            List.of(
                    " won't",
                    " won’t",
                    " wo n't",
                    " doesn't",
                    " doesn’t",
                    " isn't",
                    " isn’t",
                    " is tight",
                    "'s tight",
                    "’s tight",
                    " is out",
                    " is too",
                    "'s too",
                    "’s too");

    /** What it is led by. */
    private static final List<String> REFUSED =
            List.of("not ", "instead of ", "rather than ", "no longer ", "than ");

    private TimeRank() {}

    /** Dates before events, limits (“by”, “before”) before plain times. */
    static int of(TimeExpression time, Signal signal) {
        boolean nothing = time.at() == null && time.anchor() == null;
        if (nothing
                || time.recurrence() != null
                || isOver(time, signal)
                || isRefused(time, signal)) {
            return 0;
        }
        if (time.at() == null) {
            return event(time);
        }
        return switch (time.bound()) {
            case BY, BEFORE, UNTIL -> LIMIT;
            case WITHIN -> time.isLength() ? LIMIT : date(time); // “in January” only dates
            case ON, NONE -> date(time);
            case AFTER -> time.deadline() ? LATER : 0;
            case FROM, THROUGHOUT -> 0;
        };
    }

    private static int date(TimeExpression time) {
        return time.deadline() ? DEADLINE : DATE;
    }

    private static int event(TimeExpression time) {
        return switch (time.bound()) {
            case BY, BEFORE, UNTIL, WITHIN -> EVENT_LIMIT;
            case ON, NONE -> EVENT;
            case AFTER -> time.deadline() ? LATER : 0;
            case FROM, THROUGHOUT -> 0;
        };
    }

    private static boolean isOver(TimeExpression time, Signal signal) {
        return time.at() != null
                && time.at().isBefore(signal.saidAt())
                && time.grain() != Grain.DAY;
    }

    /** “Wednesday won't fly”, “Monday's tight”. */
    private static boolean isRefused(TimeExpression time, Signal signal) {
        String text = signal.text();
        int end = Math.min(text.length(), time.end() + 12);
        String behind = text.substring(time.end(), end).toLowerCase(Locale.ROOT);
        String ahead =
                text.substring(Math.max(0, time.start() - 12), time.start())
                        .toLowerCase(Locale.ROOT);
        // “instead of Tuesday”: the time's own words begin with “of”
        String led = time.text().toLowerCase(Locale.ROOT).startsWith("of ") ? ahead + "of " : ahead;
        return time.bound() != Bound.BEFORE
                && (REFUSALS.stream().anyMatch(behind::startsWith)
                        || REFUSED.stream().anyMatch(led::endsWith));
    }
}
