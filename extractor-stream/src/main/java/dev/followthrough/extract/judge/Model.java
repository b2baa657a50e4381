package dev.followthrough.extract.judge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The weights of a multinomial regression, few and quantised. Immutable after reading.
 *
 * @param outcomes the labels
 * @param weights by feature: one weight an outcome
 */
public record Model(List<String> outcomes, Map<String, float[]> weights) {
    /** Weights are kept as whole numbers of which so many are one. */
    static final float SCALE = 1024f;

    /**
     * What these features weigh for an outcome rather than for “none”, the heaviest first.
     *
     * @param p the outcomes' probabilities
     */
    Weighing weigh(List<String> features, double[] p, int outcome) {
        int none = outcomes.indexOf("none");
        List<Weighing.Weight> found = new ArrayList<>();
        int known = 0;
        for (String feature : features) {
            float[] row = weights.get(feature);
            known += row == null ? 0 : 1;
            double weight = row == null ? 0 : row[outcome] - (none < 0 ? 0 : row[none]);
            if (weight != 0) {
                found.add(new Weighing.Weight(feature, weight));
            }
        }
        found.sort(Comparator.comparingDouble(weight -> -Math.abs(weight.weight())));
        List<Weighing.Answer> answers = new ArrayList<>();
        for (int o = 0; o < p.length; o++) {
            answers.add(new Weighing.Answer(outcomes.get(o), p[o]));
        }
        answers.sort(Comparator.comparingDouble(answer -> -answer.probability()));
        return new Weighing(outcomes.get(outcome), answers, known, found, null);
    }

    /** Reads what {@link #write} wrote. */
    static Model read(DataInputStream data) throws IOException {
        int n = data.readInt();
        String[] outcomes = new String[n];
        for (int i = 0; i < n; i++) {
            outcomes[i] = data.readUTF();
        }
        int features = data.readInt();
        Map<String, float[]> weights = new HashMap<>(features * 2);
        for (int i = 0; i < features; i++) {
            weights.put(data.readUTF(), row(data, n));
        }
        return new Model(List.of(outcomes), weights);
    }

    private static float[] row(DataInputStream data, int n) throws IOException {
        float[] row = new float[n];
        int count = data.readUnsignedByte();
        for (int j = 0; j < count; j++) {
            int at = data.readUnsignedByte();
            row[at] = data.readShort() / SCALE;
        }
        return row;
    }

    /**
     * Writes features in order, weights in 1/1024, those too small to matter left out: same model,
     * same bytes.
     */
    void write(DataOutputStream data, double least) throws IOException {
        data.writeInt(outcomes.size());
        for (String outcome : outcomes) {
            data.writeUTF(outcome);
        }
        TreeMap<String, float[]> kept = new TreeMap<>();
        weights.forEach(
                (feature, row) -> {
                    if (count(row, least) > 0) {
                        kept.put(feature, row);
                    }
                });
        data.writeInt(kept.size());
        for (Map.Entry<String, float[]> e : kept.entrySet()) {
            data.writeUTF(e.getKey());
            data.writeByte(count(e.getValue(), least));
            for (int i = 0; i < e.getValue().length; i++) {
                if (Math.abs(e.getValue()[i]) >= least) {
                    data.writeByte(i);
                    data.writeShort(quantised(e.getValue()[i]));
                }
            }
        }
    }

    static short quantised(float weight) {
        return (short)
                Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(weight * SCALE)));
    }

    /** Whether a feature weighs at least so much for or against an outcome. */
    public boolean weighs(String feature, double least) {
        float[] row = weights.get(feature);
        return row != null && count(row, least) > 0;
    }

    private static int count(float[] row, double least) {
        int n = 0;
        for (float w : row) {
            n += Math.abs(w) >= least ? 1 : 0;
        }
        return n;
    }
}
