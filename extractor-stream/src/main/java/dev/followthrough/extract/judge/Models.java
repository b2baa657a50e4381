package dev.followthrough.extract.judge;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A regression for every head, and one of acceptances. Immutable, safe to share. */
public final class Models {
    private final Map<Head, Model> byHead;
    private final Map<Head, List<Outcome>> outcomes = new EnumMap<>(Head.class);
    private final WeightTable table;
    private final Model acceptances;
    private final @Nullable PairWeights pairs;

    /** Without a scorer of acceptances: they are what the first head says. */
    public Models(Map<Head, Model> byHead) {
        this(byHead, Acceptances.UNKNOWN);
    }

    /**
     * @param byHead all heads
     * @param acceptances answers “acceptance” or “none” of pairs
     */
    public Models(Map<Head, Model> byHead, Model acceptances) {
        this.acceptances = acceptances;
        this.pairs =
                acceptances.outcomes().contains(Acceptances.YES)
                                && acceptances.outcomes().contains(Acceptances.NO)
                        ? new PairWeights(acceptances)
                        : null;
        this.byHead = Map.copyOf(byHead);
        this.table = new WeightTable(this.byHead);
        for (Head head : Head.values()) {
            outcomes.put(head, of(head).outcomes().stream().map(Outcome::of).toList());
        }
    }

    /** The regression of a head. */
    public Model of(Head head) {
        return WeightTable.of(byHead, head);
    }

    /** What a head may answer, in the order of its probabilities. */
    List<Outcome> outcomes(Head head) {
        return outcomes.getOrDefault(head, List.of());
    }

    /** What all heads weigh, for judging many units. */
    WeightTable table() {
        return table;
    }

    /** The regression of acceptances, by name, for explanations. */
    Model acceptances() {
        return acceptances;
    }

    /** What it weighs; absent where there is none. */
    @Nullable PairWeights pairs() {
        return pairs;
    }

    /** Reads what {@link #write} wrote. */
    public static Models read(InputStream in) throws IOException {
        Map<Head, Model> models = new EnumMap<>(Head.class);
        try (DataInputStream data = new DataInputStream(new GZIPInputStream(in))) {
            for (Head head : Head.values()) {
                models.put(head, Model.read(data));
            }
            return new Models(models, Model.read(data));
        }
    }

    /** The same models give the same bytes; weights below {@code least} are left out. */
    public void write(OutputStream out, double least) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new StableGzip(out))) {
            for (Head head : Head.values()) {
                of(head).write(data, least);
            }
            acceptances.write(data, least);
        }
    }

    /** GZIP with the best compression; its header carries no time and no system. */
    private static final class StableGzip extends GZIPOutputStream {
        StableGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }
}
