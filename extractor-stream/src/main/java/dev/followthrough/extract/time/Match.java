package dev.followthrough.extract.time;

/**
 * Tokens {@code [from, to)} that a pattern recognised, or several joined.
 *
 * @param inner direction said between two joined parts (“Friday before noon”)
 */
record Match(int from, int to, Fields fields, Pattern rule, boolean joined, Bound inner) {

    Match(int from, int to, Fields fields, Pattern rule) {
        this(from, to, fields, rule, false, Bound.NONE);
    }

    Match with(Fields other) {
        return new Match(from, to, other, rule, joined, inner);
    }

    Match until(int end) {
        return new Match(from, end, fields, rule, joined, inner);
    }

    boolean isWeak(Pattern.Weak weak) {
        return rule.weak() == weak && !joined;
    }
}
