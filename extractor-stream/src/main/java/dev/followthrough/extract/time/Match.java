package dev.followthrough.extract.time;

import org.jspecify.annotations.Nullable;

/**
 * Tokens {@code [from, to)} that a pattern recognised, or several joined.
 *
 * @param begin what is said about the beginning, where it is a range; {@code fields} then speak of
 *     its end
 * @param rule pattern of the first part
 * @param joined made of several parts: a weak one counts beside another
 * @param inner direction said between two joined parts (“Friday before noon”)
 */
record Match(
        int from,
        int to,
        Fields fields,
        @Nullable Fields begin,
        Pattern rule,
        boolean joined,
        Bound inner) {

    Match(int from, int to, Fields fields, Pattern rule) {
        this(from, to, fields, null, rule, false, Bound.NONE);
    }

    Match with(Fields other) {
        return new Match(from, to, other, begin, rule, joined, inner);
    }

    /** This and a later part as one. */
    Match and(Match later, Fields both, Bound between) {
        Bound bound = between != Bound.NONE ? between : inner != Bound.NONE ? inner : later.inner;
        return new Match(from, later.to, both, begin, rule, true, bound);
    }

    /** From this one to a later one. */
    Match through(Match later, Fields start, Fields end) {
        return new Match(from, later.to, end, start, rule, true, Bound.NONE);
    }

    Match asJoined(Fields other) {
        return new Match(from, to, other, begin, rule, true, inner);
    }

    boolean isWeak(Pattern.Weak weak) {
        return rule.weak() == weak && !joined;
    }

    boolean isNever() {
        return rule.weak() == Pattern.Weak.NEVER
                || fields.hasAny(Field.REPEATS, Field.PAST, Field.LOOSE);
    }

    boolean isNumber() {
        return fields.isOnly(Field.NUMBER);
    }
}
