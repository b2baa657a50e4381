package dev.followthrough.extract.judge;

import dev.followthrough.extract.text.NameTable;

import java.util.Arrays;
import java.util.Map;

/**
 * The weights of all heads, a row a feature, so that a feature is looked up once for all.
 * Immutable.
 *
 * <p>A row holds weights only where there are some; outcomes are numbered through all heads.
 */
final class WeightTable {
    private final NameTable names;
    private final long[] cells;
    private final int[] firstOfHead = new int[Head.values().length + 1];

    WeightTable(Map<Head, Model> models) {
        WeightRows read = new WeightRows(models);
        names = new NameTable(read.names(), read::start);
        cells = read.cells();
        for (Head head : Head.values()) {
            int size = WeightRows.of(models, head).outcomes().size();
            firstOfHead[head.ordinal() + 1] = firstOfHead[head.ordinal()] + size;
        }
    }

    /** The row of the feature whose name has this hash, or -1. */
    int row(long hash) {
        return names.number(hash);
    }

    /** What the features weigh together, for all outcomes of all heads. */
    double[] sums(FeatureRows features) {
        double[] sums = new double[firstOfHead[firstOfHead.length - 1]];
        for (int i = 0; i < features.size(); i++) {
            int row = features.get(i);
            for (int j = row + 1; j <= row + cells[row]; j++) {
                sums[(int) (cells[j] >>> Integer.SIZE)] += Float.intBitsToFloat((int) cells[j]);
            }
        }
        return sums;
    }

    /** Probabilities of a head's outcomes, in their order. */
    double[] answers(double[] all, Head head) {
        int first = firstOfHead[head.ordinal()];
        double[] sums = Arrays.copyOfRange(all, first, firstOfHead[head.ordinal() + 1]);
        double max = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            max = Math.max(max, sum);
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
