package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

/**
 * Tokens {@code [from, to)} that name an event something waits for.
 *
 * @param nameFrom first token of the name, behind its determiners
 * @param nameTo one past its last token
 * @param relation before, at or after
 * @param length distance from the event, absent where none was said
 * @param limits whether it may be a deadline at all; “once …” only conditions
 * @param loose names a point to come where work is spoken of, and nothing more: “after class”
 */
record Anchor(
        int from,
        int to,
        int nameFrom,
        int nameTo,
        Bound bound,
        String relation,
        @Nullable Fields length,
        boolean limits,
        boolean loose) {

    /** A deadline elsewhere that counts from this event. */
    Anchor counted(int first, int end, Fields distance) {
        return new Anchor(
                first, end, nameFrom, nameTo, Bound.WITHIN, relation, distance, true, false);
    }

    /** The distance in ISO 8601, business days as P5BD; absent where none was said. */
    @Nullable String offset() {
        return length == null ? null : iso(length);
    }

    private static @Nullable String iso(Fields f) {
        int n = f.get(Field.AMOUNT);
        boolean half = n == 0;
        return switch (Unit.of(f.get(Field.AMOUNT_UNIT))) {
            case SECOND -> "PT" + n + "S";
            case MINUTE -> half ? "PT30S" : "PT" + n + "M";
            case HOUR -> half ? "PT30M" : "PT" + n + "H";
            case DAY -> half ? "PT12H" : "P" + n + (f.has(Field.BUSINESS) ? "BD" : "D");
            case WEEK -> half ? "P4D" : "P" + n + "W";
            case FORTNIGHT -> half ? "P1W" : "P" + 2 * n + "W";
            case MONTH -> half ? "P15D" : "P" + n + "M";
            case QUARTER -> "P" + 3 * n + "M";
            case YEAR -> half ? "P6M" : "P" + n + "Y";
            case DECADE -> "P" + 10 * n + "Y";
            case WEEKEND, SPRINT -> null;
        };
    }
}
