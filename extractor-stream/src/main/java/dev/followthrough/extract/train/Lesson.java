package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Head;

import java.util.List;
import java.util.Map;

/**
 * One unit as the judge sees it, and what each head should say of it.
 *
 * @param outcomes a head that is not named learns nothing from it
 * @param pairs the unit with everything that was asked before it
 */
record Lesson(Map<Head, String> outcomes, List<String> features, List<Pair> pairs) {
    /** What was asked and the unit, as the scorer of acceptances sees them. */
    record Pair(String outcome, List<String> features) {
        Pair {
            features = List.copyOf(features);
        }
    }

    Lesson {
        outcomes = Map.copyOf(outcomes);
        features = List.copyOf(features);
        pairs = List.copyOf(pairs);
    }
}
