package dev.followthrough.extract.judge;

import java.util.List;
import java.util.TreeSet;

/** What each feature of a pair weighs for an acceptance rather than against it. Immutable. */
final class PairWeights {
    private final NameTable names;
    private final double[] weights;

    PairWeights(Model model) {
        int yes = model.outcomes().indexOf(Acceptances.YES);
        int no = model.outcomes().indexOf(Acceptances.NO);
        List<String> all = List.copyOf(new TreeSet<>(model.weights().keySet()));
        names = new NameTable(all);
        weights = new double[all.size()];
        for (int i = 0; i < weights.length; i++) {
            float[] row = model.weights().getOrDefault(all.get(i), new float[2]);
            weights[i] = row[yes] - row[no];
        }
    }

    /** The row of each feature. */
    NameTable names() {
        return names;
    }

    /** What the features weigh together. */
    double sum(FeatureRows features) {
        double sum = 0;
        for (int i = 0; i < features.size(); i++) {
            sum += weights[features.get(i)];
        }
        return sum;
    }
}
