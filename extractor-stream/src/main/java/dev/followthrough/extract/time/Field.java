package dev.followthrough.extract.time;

import java.util.Locale;
import java.util.Map;

/**
 * What a pattern may say about a time. Values are small numbers; {@link Unit}, {@link Edge}, {@link
 * Part} by their ordinal.
 */
enum Field {
    YEAR,
    MONTH,
    DAY,
    WEEKDAY,
    WMOD,
    WEEKS_ON,
    BESIDE,
    NTH,
    NTH_UNIT,
    REF,
    REL,
    REL_PLUS,
    UNIT,
    SHIFT,
    EDGE,
    WEEK,
    WEEK_OF,
    QUARTER,
    HALF,
    FISCAL,
    FY,
    HOLIDAY,
    A,
    B,
    SEP,
    PART,
    HOUR,
    HOUR_MINUS,
    MINUTE,
    SECONDS,
    MERIDIEM,
    HHMM,
    ZONE,
    NUMBER,
    AMOUNT,
    AMOUNT_UNIT,
    BUSINESS,
    NEXT,
    PLUS_HALF,
    SPAN,
    SIGN,
    PAST,
    REPEATS,
    YMD,
    LOOSE,
    IGNORED;

    private static final Map<String, Integer> NAMES = names();

    /** A number, or a name such as {@code week}, {@code end}, {@code morning}; throws on others. */
    static int value(String text) {
        Integer named = NAMES.get(text);
        return named != null ? named : Integer.parseInt(text);
    }

    static Field named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, Integer> names() {
        Map<String, Integer> names = new java.util.HashMap<>();
        for (Unit unit : Unit.values()) {
            names.put(unit.name().toLowerCase(Locale.ROOT), unit.ordinal());
        }
        for (Edge edge : Edge.values()) {
            names.put(edge.name().toLowerCase(Locale.ROOT), edge.ordinal());
        }
        for (Part part : Part.values()) {
            names.put(part.name().toLowerCase(Locale.ROOT), part.ordinal());
        }
        names.putAll(Map.of("am", 0, "pm", 1, "h24", 2, "slash", 0, "dot", 1, "dash", 2));
        return Map.copyOf(names);
    }
}
