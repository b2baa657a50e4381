package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Lessons as numbers: each once with how often it counts, features and outcomes from 0, and a place
 * for the weight of every feature and outcome that were seen together. The same lessons give the
 * same numbers. Immutable.
 */
final class Cases {
    private record Case(int outcome, List<Integer> features) {}

    private final List<String> outcomes;
    private final List<String> features;
    private final int[][] featuresOf;
    private final int[] outcome;
    private final int[] times;

    /** Where the weights of a feature begin; one more than there are features. */
    private final int[] start;

    /** The outcome of each weight. */
    private final int[] outcomeOf;

    /**
     * @param outcomes one a lesson
     * @param features of the same lesson, each once
     * @param least features seen less often are left out
     */
    Cases(List<String> outcomes, List<List<String>> features, int least) {
        this.outcomes = List.copyOf(new TreeSet<>(outcomes));
        this.features = frequent(features, least);
        Map<Case, Integer> cases = cases(outcomes, features);
        this.featuresOf = new int[cases.size()][];
        this.outcome = new int[cases.size()];
        this.times = new int[cases.size()];
        boolean[][] together = new boolean[this.features.size()][this.outcomes.size()];
        int pairs = 0;
        int n = 0;
        for (Map.Entry<Case, Integer> entry : cases.entrySet()) {
            outcome[n] = entry.getKey().outcome();
            times[n] = entry.getValue();
            featuresOf[n] = entry.getKey().features().stream().mapToInt(f -> f).toArray();
            for (int feature : featuresOf[n]) {
                pairs += together[feature][outcome[n]] ? 0 : 1;
                together[feature][outcome[n]] = true;
            }
            n++;
        }
        this.start = new int[together.length + 1];
        this.outcomeOf = new int[pairs];
        number(together);
    }

    /** The most frequent first: their weights are used together and lie together. */
    private static List<String> frequent(List<List<String>> features, int least) {
        Map<String, Integer> seen = new HashMap<>();
        features.forEach(each -> each.forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        return seen.keySet().stream()
                .filter(feature -> seen.getOrDefault(feature, 0) >= least)
                .sorted(
                        Comparator.<String>comparingInt(feature -> -seen.getOrDefault(feature, 0))
                                .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private Map<Case, Integer> cases(List<String> of, List<List<String>> seen) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String feature : features) {
            numbers.put(feature, numbers.size());
        }
        Map<Case, Integer> cases = new LinkedHashMap<>();
        for (int i = 0; i < of.size(); i++) {
            List<Integer> known = new ArrayList<>();
            for (String feature : seen.get(i)) {
                Integer number = numbers.get(feature);
                if (number != null) {
                    known.add(number);
                }
            }
            cases.merge(new Case(outcomes.indexOf(of.get(i)), known), 1, Integer::sum);
        }
        return cases;
    }

    private void number(boolean[][] together) {
        int pair = 0;
        for (int feature = 0; feature < together.length; feature++) {
            start[feature] = pair;
            for (int o = 0; o < outcomes.size(); o++) {
                if (together[feature][o]) {
                    outcomeOf[pair++] = o;
                }
            }
        }
        start[together.length] = pair;
    }

    int size() {
        return times.length;
    }

    int[] features(int i) {
        return featuresOf[i];
    }

    int outcome(int i) {
        return outcome[i];
    }

    int times(int i) {
        return times[i];
    }

    int features() {
        return features.size();
    }

    int outcomes() {
        return outcomes.size();
    }

    int pairs() {
        return outcomeOf.length;
    }

    /** Place of a feature's first weight; its last stands before the next feature's first. */
    int start(int feature) {
        return start[feature];
    }

    /** The outcome that a place's weight speaks for. */
    int outcomeOf(int at) {
        return outcomeOf[at];
    }

    /** The model of these weights, one a place. */
    Model model(double[] weights) {
        Map<String, float[]> rows = new HashMap<>();
        for (int feature = 0; feature < features.size(); feature++) {
            float[] row = new float[outcomes.size()];
            for (int at = start[feature]; at < start[feature + 1]; at++) {
                row[outcomeOf[at]] = (float) weights[at];
            }
            rows.put(features.get(feature), row);
        }
        return new Model(outcomes, rows);
    }
}
