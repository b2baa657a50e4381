package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Head;

import java.util.List;
import java.util.Map;

/**
 * One unit as the judge sees it, and what each head should say of it.
 *
 * @param outcomes a head that is not named learns nothing from it
 */
record Lesson(Map<Head, String> outcomes, List<String> features) {
    Lesson {
        outcomes = Map.copyOf(outcomes);
        features = List.copyOf(features);
    }
}
