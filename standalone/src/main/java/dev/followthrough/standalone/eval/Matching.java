package dev.followthrough.standalone.eval;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Pairs what is expected with what was found, one to one and as many as can be; the stronger tie is
 * tried first, then the earlier. Not thread-safe.
 */
final class Matching {
    private final List<? extends SortedMap<Integer, Integer>> ties;
    private final int[] taker;

    private Matching(List<? extends SortedMap<Integer, Integer>> ties, int found) {
        this.ties = ties;
        this.taker = new int[found];
        Arrays.fill(taker, -1);
    }

    /**
     * @param ties for each thing expected: the things found that can be it, with the tie's strength
     * @param found how many were found
     * @return for each thing found which one expected it is, or -1
     */
    static int[] maximal(List<? extends SortedMap<Integer, Integer>> ties, int found) {
        Matching matching = new Matching(ties, found);
        ToIntFunction<Integer> strongest =
                expected -> ties.get(expected).values().stream().max(Integer::compare).orElse(0);
        IntStream.range(0, ties.size())
                .boxed()
                .sorted(Comparator.comparingInt(strongest).reversed())
                .forEach(expected -> matching.place(expected, new HashSet<>()));
        return matching.taker;
    }

    private boolean place(int expected, Set<Integer> tried) {
        List<Integer> byStrength =
                ties.get(expected).entrySet().stream()
                        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList();
        for (int found : byStrength) {
            if (tried.add(found) && (taker[found] < 0 || place(taker[found], tried))) {
                taker[found] = expected;
                return true;
            }
        }
        return false;
    }
}
