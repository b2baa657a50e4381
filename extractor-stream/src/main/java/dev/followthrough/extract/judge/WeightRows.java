package dev.followthrough.extract.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The weights of all heads, a row a feature, as a {@link WeightTable} keeps them. */
final class WeightRows {
    private final List<String> names;
    private final int[] starts;
    private short[] outcomes = new short[1024];
    private float[] weights = new float[1024];
    private int size;

    WeightRows(Map<Head, Model> models) {
        TreeSet<String> all = new TreeSet<>();
        models.values().forEach(model -> all.addAll(model.weights().keySet()));
        names = new ArrayList<>(all);
        starts = new int[names.size() + 1];
        for (int row = 0; row < names.size(); row++) {
            int first = 0;
            for (Head head : Head.values()) {
                Model model = of(models, head);
                add(model.weights().getOrDefault(names.get(row), new float[0]), first);
                first += model.outcomes().size();
            }
            starts[row + 1] = size;
        }
    }

    static Model of(Map<Head, Model> models, Head head) {
        Model model = models.get(head);
        if (model == null) {
            throw new IllegalArgumentException("models must answer every head, not " + head);
        }
        return model;
    }

    private void add(float[] row, int first) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                if (size == weights.length) {
                    outcomes = Arrays.copyOf(outcomes, size * 2);
                    weights = Arrays.copyOf(weights, size * 2);
                }
                outcomes[size] = (short) (first + i);
                weights[size++] = row[i];
            }
        }
    }

    List<String> names() {
        return names;
    }

    int[] starts() {
        return starts;
    }

    short[] outcomes() {
        return Arrays.copyOf(outcomes, size);
    }

    float[] weights() {
        return Arrays.copyOf(weights, size);
    }
}
