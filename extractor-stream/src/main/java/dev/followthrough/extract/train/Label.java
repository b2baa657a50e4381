package dev.followthrough.extract.train;

import org.jspecify.annotations.Nullable;

/**
 * What a reader found in a text.
 *
 * @param outcome what the judge must say: {@code promise}, {@code scope/out} …; {@code ignore}
 *     where neither yes nor no may be learnt
 * @param start UTF-16 offset into the text
 * @param end UTF-16 offset, exclusive
 * @param accepts id of the signal whose request an acceptance takes on; absent where it is unknown
 */
public record Label(String outcome, int start, int end, @Nullable String accepts) {
    /** Neither this nor nothing. */
    public static final String IGNORE = "ignore";

    /** Nothing is said. */
    public static final String NONE = "none";

    public Label {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "span of a label must hold something, was " + start + "…" + end);
        }
    }

    /** How many characters it shares with a span. */
    int shared(int from, int to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
}
