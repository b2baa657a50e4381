package dev.followthrough.extract.judge;

import dev.followthrough.extract.text.NameTable;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What each feature of a pair weighs for an acceptance rather than against it. Immutable. */
final class PairWeights {
    private final NameTable names;
    private final double[] weights;

    PairWeights(Model model) {
        int yes = model.outcomes().indexOf(Acceptances.YES);
        int no = model.outcomes().indexOf(Acceptances.NO);
        List<String> all = new ArrayList<>(new TreeSet<>(model.weights().keySet()));
        names = new NameTable(all);
        weights = new double[all.size()];
        for (int i = 0; i < weights.length; i++) {
            float[] row = model.weights().getOrDefault(all.get(i), new float[2]);
            weights[i] = row[yes] - row[no];
        }
    }

    int size() {
        return weights.length;
    }

    /** The row of the feature whose name has this hash, or -1. */
    int row(long hash) {
        return names.number(hash);
    }

    double weight(int row) {
        return weights[row];
    }
}
