package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is said about one time: a value for some {@link Field}s. Immutable. */
final class Fields {
    static final Fields NONE = new Fields(empty());
    private static final int UNSET = Integer.MIN_VALUE;

    private final int[] values;

    private Fields(int[] values) {
        this.values = values;
    }

    private static int[] empty() {
        int[] values = new int[Field.values().length];
        Arrays.fill(values, UNSET);
        return values;
    }

    boolean has(Field field) {
        return values[field.ordinal()] != UNSET;
    }

    boolean hasAny(Field... fields) {
        for (Field field : fields) {
            if (has(field)) {
                return true;
            }
        }
        return false;
    }

    int get(Field field) {
        int value = values[field.ordinal()];
        if (value == UNSET) {
            throw new IllegalStateException("field of a time: must be present: " + field);
        }
        return value;
    }

    int get(Field field, int otherwise) {
        return has(field) ? values[field.ordinal()] : otherwise;
    }

    boolean is(Field field, int value) {
        return values[field.ordinal()] == value;
    }

    boolean is(Field field, Enum<?> value) {
        return values[field.ordinal()] == value.ordinal();
    }

    Fields with(Field field, int value) {
        int[] copy = values.clone();
        copy[field.ordinal()] = value;
        return new Fields(copy);
    }

    Fields without(Field... fields) {
        int[] copy = values.clone();
        for (Field field : fields) {
            copy[field.ordinal()] = UNSET;
        }
        return new Fields(copy);
    }

    /** Both together, or null where both say something about the same field. */
    @Nullable Fields join(Fields other) {
        int[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] != UNSET && other.values[i] != UNSET && i != Field.IGNORED.ordinal()) {
                return null;
            }
            copy[i] = copy[i] != UNSET ? copy[i] : other.values[i];
        }
        return new Fields(copy);
    }

    /** These fields, and those of the other where these say nothing. */
    Fields orElse(Fields other, Field... inherited) {
        int[] copy = values.clone();
        for (Field field : inherited) {
            int i = field.ordinal();
            copy[i] = copy[i] != UNSET ? copy[i] : other.values[i];
        }
        return new Fields(copy);
    }

    boolean hasDate() {
        return hasAny(
                Field.YEAR,
                Field.MONTH,
                Field.DAY,
                Field.WEEKDAY,
                Field.REF,
                Field.REL,
                Field.UNIT,
                Field.WEEK,
                Field.QUARTER,
                Field.HALF,
                Field.FY,
                Field.HOLIDAY,
                Field.A,
                Field.YMD,
                Field.NTH,
                Field.NTH_UNIT);
    }

    boolean hasClock() {
        return hasAny(Field.HOUR, Field.HOUR_MINUS, Field.HHMM);
    }

    boolean hasTime() {
        return hasClock() || has(Field.PART);
    }

    boolean isOnly(Field... fields) {
        return without(fields).isEmpty() && !isEmpty();
    }

    boolean isEmpty() {
        return Arrays.equals(values, NONE.values);
    }

    /** What is said, by the names of the pattern file. */
    Map<String, Integer> named() {
        Map<String, Integer> named = new TreeMap<>();
        for (Field field : Field.values()) {
            if (has(field)) {
                named.put(field.name().toLowerCase(Locale.ROOT), get(field));
            }
        }
        return named;
    }
}
