package dev.followthrough.extract.judge;

import dev.followthrough.extract.text.NameTable;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The weights of all heads, a row a feature, so that a feature is looked up once for all.
 * Immutable.
 *
 * <p>A row has a weight for every outcome, numbered through all heads: most of them are none, but
 * adding a row without a branch is what a processor does fastest.
 */
final class WeightTable {
    /** So many features make up most of what is found, and stay near the processor. */
    private static final int COMMON = 8192;

    private static final float[] NONE = {};

    private final NameTable common;
    private final NameTable rare;
    private final short[] weights;
    private final int[] firstOfHead = new int[Head.values().length + 1];

    WeightTable(Map<Head, Model> models) {
        TreeSet<String> all = new TreeSet<>();
        for (Head head : Head.values()) {
            Model model = of(models, head);
            all.addAll(model.weights().keySet());
            firstOfHead[head.ordinal() + 1] = firstOfHead[head.ordinal()] + model.outcomes().size();
        }
        List<String> rows = new ArrayList<>(all);
        rows.sort(Comparator.comparingInt(name -> -outcomes(name, models)));
        int split = Math.min(COMMON, rows.size());
        common = new NameTable(rows.subList(0, split));
        rare = new NameTable(rows.subList(split, rows.size()), number -> split + number);
        weights = new short[rows.size() * outcomes()];
        for (Head head : Head.values()) {
            Map<String, float[]> own = of(models, head).weights();
            for (int row = 0; row < rows.size(); row++) {
                fill(row, head, own.get(rows.get(row)));
            }
        }
    }

    static Model of(Map<Head, Model> models, Head head) {
        Model model = models.get(head);
        if (model == null) {
            throw new IllegalArgumentException("models must answer every head, not " + head);
        }
        return model;
    }

    private void fill(int row, Head head, float @Nullable [] own) {
        int first = row * outcomes() + firstOfHead[head.ordinal()];
        for (int i = 0; own != null && i < own.length; i++) {
            weights[first + i] = Model.quantised(own[i]);
        }
    }

    /** Of how many outcomes a feature says something: the more, the oftener it is seen. */
    private static int outcomes(String name, Map<Head, Model> models) {
        int outcomes = 0;
        for (Model model : models.values()) {
            for (float weight : model.weights().getOrDefault(name, NONE)) {
                outcomes += weight == 0 ? 0 : 1;
            }
        }
        return outcomes;
    }

    /** Of all heads. */
    private int outcomes() {
        return firstOfHead[firstOfHead.length - 1];
    }

    /** The row of the feature whose name has this hash, or -1. */
    int row(long hash) {
        int row = common.number(hash);
        return row >= 0 ? row : rare.number(hash);
    }

    /** What the features weigh together, for all outcomes of all heads, in {@link Model#SCALE}. */
    int[] sums(FeatureRows features) {
        int[] sums = new int[outcomes()];
        for (int i = 0; i < features.size(); i++) {
            int first = features.get(i) * sums.length;
            for (int outcome = 0; outcome < sums.length; outcome++) {
                sums[outcome] += weights[first + outcome];
            }
        }
        return sums;
    }

    /** Probabilities of a head's outcomes, in their order. */
    double[] answers(int[] all, Head head) {
        int first = firstOfHead[head.ordinal()];
        double[] sums = new double[firstOfHead[head.ordinal() + 1] - first];
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = all[first + i] / (double) Model.SCALE;
            max = Math.max(max, sums[i]);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - max);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= total;
        }
        return sums;
    }
}
