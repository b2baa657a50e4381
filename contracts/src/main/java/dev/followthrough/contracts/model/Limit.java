package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

/**
 * How much a limit allows, as far as its words say it; nothing in it is guessed.
 *
 * @param number 0 or more; of a range its upper end
 * @param unit what is counted, in its base form ({@code ticket}), a currency code, or {@code
 *     percent}; absent where the words name none
 * @param comparison absent where the words give the number alone (“two rounds”)
 * @param per how often so much is allowed anew; absent where it is not said
 * @param each of what each has so much, in its base form (“30 users per site”: {@code site});
 *     absent where it is not said
 */
public record Limit(
        double number,
        @Nullable String unit,
        @Nullable Comparison comparison,
        @Nullable Period per,
        @Nullable String each) {
    /** How what is used stands to the number. */
    public enum Comparison {
        AT_MOST,
        /** Below it, and not at it. */
        LESS_THAN,
        EXACTLY,
        AT_LEAST
    }

    /** A time that comes round. */
    public enum Period {
        SECOND,
        MINUTE,
        HOUR,
        DAY,
        BUSINESS_DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    public Limit {
        Check.that(
                number >= 0 && number < Double.POSITIVE_INFINITY,
                "number of a limit",
                "be 0 or more",
                number);
        if (unit != null) {
            Check.text("unit of a limit", unit);
        }
        if (each != null) {
            Check.text("each of a limit", each);
        }
    }
}
