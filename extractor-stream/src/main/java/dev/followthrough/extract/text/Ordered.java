package dev.followthrough.extract.text;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Finds by halving what begins at a place of a text: a long text has thousands of clauses and
 * times, and looking through all of them for each would cost their square.
 */
public final class Ordered {
    private Ordered() {}

    /**
     * Index of the first that begins at or behind a place; the size where none does.
     *
     * @param ordered by where they begin
     */
    public static <T> int firstFrom(int at, List<T> ordered, ToIntFunction<T> start) {
        int low = 0;
        int high = ordered.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start.applyAsInt(ordered.get(middle)) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Those that begin from one place on and before another. */
    public static <T> List<T> between(int from, int to, List<T> ordered, ToIntFunction<T> start) {
        int first = firstFrom(from, ordered, start);
        return ordered.subList(first, Math.max(first, firstFrom(to, ordered, start)));
    }
}
