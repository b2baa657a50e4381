package dev.followthrough.extract.time;

/** A part of a day; where it ends is policy. */
public enum Part {
    FIRST_THING,
    BREAKFAST,
    MORNING,
    NOON,
    LUNCH,
    AFTER_LUNCH,
    AFTERNOON,
    TEATIME,
    EOD,
    EVENING,
    NIGHT,
    MIDNIGHT;

    static Part of(int ordinal) {
        return values()[ordinal];
    }
}
