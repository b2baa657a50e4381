package dev.followthrough.extract.rules;

/**
 * A value among the tokens, where a contract rule may want one.
 *
 * @param from index of its first token
 * @param to one past its last
 */
public record Slot(int from, int to, Kind kind) {
    /** What stands there, and how a rule names it. */
    public enum Kind {
        /** “sixty (60) days”, “one-year”. */
        LENGTH,
        /** “annually”, “month to month”, “each year”. */
        EVERY,
        /** “June 30, 2027”. */
        DATE,
        /** “$50,000”, “25 seats”, “10%”. */
        AMOUNT;

        String place() {
            return "{" + name().toLowerCase(java.util.Locale.ROOT) + "}";
        }
    }
}
