package dev.followthrough.extract.judge;

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
 * adding a row without a branch is what a processor does fastest. {@value #LANES} outcomes lie in a
 * number of 64 bits and are added together; each has room for sums of up to ±1,024, where the
 * heaviest weights there have ever been are below 2.
 */
final class WeightTable {
    private static final int LANES = 3;
    private static final int LANE_BITS = Long.SIZE / LANES;
    private static final float[] NONE = {};

    private final NameTable names;
    private final long[] weights;

    /** Numbers of 64 bits in a row. */
    private final int width;

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
        names = new NameTable(rows);
        width = (outcomes() + LANES - 1) / LANES;
        weights = new long[rows.size() * width];
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
        int first = firstOfHead[head.ordinal()];
        for (int i = 0; own != null && i < own.length; i++) {
            int outcome = first + i;
            weights[row * width + outcome / LANES] +=
                    (long) Model.quantised(own[i]) << outcome % LANES * LANE_BITS;
        }
    }

    /**
     * Of how many outcomes a feature says something: the more, the oftener it is seen. Rows that
     * are often read lie together.
     */
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

    /** The row of each feature. */
    NameTable names() {
        return names;
    }

    /** What the features weigh together, for all outcomes of all heads, in {@link Model#SCALE}. */
    int[] sums(FeatureRows features) {
        long[] packed = new long[width];
        for (int i = 0; i < features.size(); i++) {
            int first = features.get(i) * width;
            for (int j = 0; j < packed.length; j++) {
                packed[j] += weights[first + j];
            }
        }
        int[] sums = new int[outcomes()];
        for (int outcome = 0; outcome < sums.length; outcome++) {
            sums[outcome] = lane(packed, outcome);
        }
        return sums;
    }

    /** Takes the sum of an outcome out, the outcomes before it in the same number first. */
    private static int lane(long[] packed, int outcome) {
        long number = packed[outcome / LANES];
        int sum = (int) (number << Long.SIZE - LANE_BITS >> Long.SIZE - LANE_BITS);
        packed[outcome / LANES] = number - sum >> LANE_BITS;
        return sum;
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
