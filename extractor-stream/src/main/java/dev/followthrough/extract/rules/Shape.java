package dev.followthrough.extract.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@code says} of a contract rule, cut at the place of its value: each value of the sentence is
 * tried in that place, and what stands before and after it must fit. One without a value is a
 * pattern as any other.
 *
 * @param slot kind of the value; absent where there is none
 * @param before what stands before the value, or all of it; absent where nothing must
 * @param after what stands after the value; absent where nothing must
 */
record Shape(@Nullable Pattern before, Slot.@Nullable Kind slot, @Nullable Pattern after) {
    /** Throws {@link IllegalArgumentException} that says what is wrong. */
    static Shape of(String says, PatternParser parser) {
        for (Slot.Kind kind : Slot.Kind.values()) {
            int at = says.indexOf(kind.place());
            if (at >= 0) {
                String before = says.substring(0, at).strip();
                String after = says.substring(at + kind.place().length()).strip();
                return new Shape(
                        before.isEmpty() ? null : parser.parse(before),
                        kind,
                        after.isEmpty() ? null : parser.parse(after));
            }
        }
        return new Shape(parser.parse(says), null, null);
    }

    List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        if (before != null) {
            patterns.add(before);
        }
        if (after != null) {
            patterns.add(after);
        }
        return patterns;
    }

    /** The stretch around this value, as short as it can be; absent where the words do not fit. */
    int @Nullable [] around(Slot value, Subject subject) {
        if (value.kind() != slot || before != null && !before.leads(subject, value.from())) {
            return null;
        }
        int to = after == null ? value.to() : after.endFrom(subject, value.to());
        int from = before == null ? value.from() : before.startTo(subject, value.from());
        return to < 0 || from < 0 ? null : new int[] {from, to};
    }

    /** The stretch of a shape without a value; absent where its words do not stand there. */
    int @Nullable [] alone(Subject subject) {
        if (before == null || !before.matches(subject)) {
            return null;
        }
        Rule.Matched found = before.find(subject);
        return found == null ? null : new int[] {found.from(), found.to()};
    }
}
