package dev.followthrough.extract.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The weights of all heads, a row a feature, as a {@link WeightTable} keeps them: how many cells,
 * then a cell for each weight, with its outcome above it.
 */
final class WeightRows {
    private final List<String> names;
    private final int[] starts;
    private long[] cells = new long[1024];
    private int size;

    WeightRows(Map<Head, Model> models) {
        TreeSet<String> all = new TreeSet<>();
        models.values().forEach(model -> all.addAll(model.weights().keySet()));
        names = new ArrayList<>(all);
        starts = new int[names.size()];
        for (int row = 0; row < names.size(); row++) {
            starts[row] = size;
            put(0);
            int first = 0;
            for (Head head : Head.values()) {
                Model model = of(models, head);
                add(model.weights().getOrDefault(names.get(row), new float[0]), first);
                first += model.outcomes().size();
            }
            cells[starts[row]] = (long) size - starts[row] - 1;
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
                put(
                        (long) (first + i) << Integer.SIZE
                                | Float.floatToIntBits(row[i]) & 0xffffffffL);
            }
        }
    }

    private void put(long cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        cells[size++] = cell;
    }

    List<String> names() {
        return names;
    }

    /** Where a row begins. */
    int start(int row) {
        return starts[row];
    }

    long[] cells() {
        return Arrays.copyOf(cells, size);
    }
}
