package dev.followthrough.extract.time;

import java.time.LocalTime;

/** Clock times and parts of a day. Immutable. */
final class Clock {
    private static final int AM = 0;
    private static final int PM = 1;
    private static final int H24 = 2;
    private static final int NOON = 12;

    private final Policy policy;

    Clock(Policy policy) {
        this.policy = policy;
    }

    /** The time said, or the end of the part of the day. */
    LocalTime time(Fields f) {
        if (!f.hasClock()) {
            Part part = Part.of(f.get(Field.PART));
            return part == Part.MIDNIGHT
                    ? policy.dayEnd()
                    : policy.parts().getOrDefault(part, policy.dayEnd());
        }
        int hour =
                f.has(Field.HHMM)
                        ? f.get(Field.HHMM) / 100
                        : f.has(Field.HOUR_MINUS) ? f.get(Field.HOUR_MINUS) - 1 : f.get(Field.HOUR);
        int minute = f.has(Field.HHMM) ? f.get(Field.HHMM) % 100 : f.get(Field.MINUTE, 0);
        int exact = f.has(Field.HHMM) && !f.has(Field.MERIDIEM) ? hour : hour(f, hour);
        return exact >= 24
                ? policy.dayEnd()
                : LocalTime.of(Math.max(0, exact), minute % 60, f.get(Field.SECONDS, 0) % 60);
    }

    /** The beginning of a range, in the half of the day that its end calls for. */
    static Fields meridiem(Fields start, Fields end) {
        if (!start.has(Field.HOUR) || start.has(Field.MERIDIEM) || !end.has(Field.HOUR)) {
            return start;
        }
        int from = start.get(Field.HOUR);
        int to = end.get(Field.HOUR);
        if (to > NOON) {
            return start.with(Field.MERIDIEM, H24);
        }
        if (!end.has(Field.MERIDIEM) || end.is(Field.MERIDIEM, H24)) {
            return end.is(Field.MERIDIEM, H24) ? start.with(Field.MERIDIEM, H24) : start;
        }
        boolean ordered = from % NOON <= to % NOON;
        int half = end.get(Field.MERIDIEM);
        return start.with(Field.MERIDIEM, half == PM && !ordered ? AM : half);
    }

    private int hour(Fields f, int hour) {
        if (f.is(Field.MERIDIEM, PM)) {
            return hour < NOON ? hour + NOON : hour;
        }
        if (f.is(Field.MERIDIEM, AM)) {
            return hour == NOON ? 0 : hour;
        }
        if (f.has(Field.MERIDIEM) || hour >= NOON) {
            return hour;
        }
        return f.has(Field.PART) ? inPart(Part.of(f.get(Field.PART)), hour) : bare(hour);
    }

    private static int inPart(Part part, int hour) {
        return switch (part) {
            case FIRST_THING, BREAKFAST, MORNING -> hour;
            case NOON, LUNCH, AFTER_LUNCH, MIDNIGHT -> hour < 4 ? hour + NOON : hour;
            case AFTERNOON, TEATIME, EOD, EVENING -> hour + NOON;
            case NIGHT -> hour >= 5 ? hour + NOON : hour;
        };
    }

    private int bare(int hour) {
        return hour >= policy.pmFrom() && hour <= policy.pmTo() ? hour + NOON : hour;
    }

    /** Where a part of the day begins. */
    LocalTime start(Fields f) {
        return switch (Part.of(f.get(Field.PART))) {
            case FIRST_THING, BREAKFAST, MORNING, EOD -> LocalTime.MIN;
            case NOON, LUNCH, AFTER_LUNCH, AFTERNOON -> LocalTime.NOON;
            case TEATIME -> LocalTime.of(15, 0);
            case EVENING, NIGHT, MIDNIGHT -> LocalTime.of(18, 0);
        };
    }
}
