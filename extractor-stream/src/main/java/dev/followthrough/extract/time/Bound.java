package dev.followthrough.extract.time;

/** The direction in which a time was said to limit something; {@code NONE} where it stood alone. */
public enum Bound {
    BY,
    BEFORE,
    UNTIL,
    WITHIN,
    ON,
    FROM,
    AFTER,
    /** The whole of it: “all week”, “throughout May”. */
    THROUGHOUT,
    NONE
}
