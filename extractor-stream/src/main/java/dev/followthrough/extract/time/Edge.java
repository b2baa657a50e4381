package dev.followthrough.extract.time;

/** A part of a span: its beginning, early, mid, late, its end. */
enum Edge {
    BEGIN,
    EARLY,
    MID,
    LATE,
    END;

    static Edge of(int ordinal) {
        return values()[ordinal];
    }
}
