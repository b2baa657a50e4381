package dev.followthrough.contracts.model;

/**
 * How exactly a due was said; comparisons are made at this grain. {@code PART} is a part of a day,
 * week or month; {@code EVENT} waits for an anchor.
 */
public enum Grain {
    MINUTE,
    HOUR,
    PART,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    EVENT
}
