package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The few checks that constructors share; each failure names the thing, the rule and the value. */
final class Check {
    private Check() {}

    static String text(String thing, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(thing + " must not be blank, was '" + value + "'");
        }
        return value;
    }

    static void that(boolean holds, String thing, String rule, @Nullable Object value) {
        if (!holds) {
            throw new IllegalArgumentException(thing + " must " + rule + ", was '" + value + "'");
        }
    }

    static <T> T present(String thing, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(thing + " must be present, was null");
        }
        return value;
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** Confidences carry four digits, so that equal findings are equal bytes on every machine. */
    static double confidence(double value) {
        that(value >= 0 && value <= 1, "confidence", "lie in 0…1", value);
        return Math.round(value * 10_000) / 10_000.0;
    }
}
