package dev.followthrough.extract.time;

/** Units of calendars and clocks. */
enum Unit {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    FORTNIGHT,
    MONTH,
    QUARTER,
    YEAR,
    WEEKEND,
    DECADE,
    SPRINT;

    static Unit of(int ordinal) {
        return values()[ordinal];
    }
}
