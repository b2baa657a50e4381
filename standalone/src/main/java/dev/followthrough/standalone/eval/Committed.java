package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The figures of the deals that were last committed, and the items behind them. In sample: a guard
 * against regressions, no estimate of how good it is.
 *
 * @param figures JSON, one member a measure
 * @param items one line an item, sorted
 */
record Committed(Path figures, Path items) {
    static final List<String> MEASURES = List.of(Entry.COMMITMENT, Entry.SCOPE, Entry.CONTEXT);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String NOTE =
            "In sample: the shipped model was trained on these deals. A guard against regressions, no estimate.";
    private static final double DIGITS = 10_000;

    static Committed in(Path folder) {
        return new Committed(folder.resolve("deals.json"), folder.resolve("items.tsv"));
    }

    void write(List<Item> now) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("note", NOTE);
        for (String measure : MEASURES) {
            Counts counts = Counts.of(now, measure);
            root.putObject(measure)
                    .put("hit", counts.hit())
                    .put("missed", counts.missed())
                    .put("wrong", counts.wrong())
                    .put("precision", round(counts.precision()))
                    .put("recall", round(counts.recall()))
                    .put("f1", round(counts.f1()));
        }
        Files.createDirectories(figures.toAbsolutePath().getParent());
        Files.writeString(figures, JSON.writeValueAsString(root) + "\n");
        Item.write(items, now);
    }

    List<Item> readItems() throws IOException {
        return Item.read(items);
    }

    /** Each figure that is lower now, as a sentence. Empty where none is. */
    List<String> drops(List<Item> now) throws IOException {
        JsonNode before = JSON.readTree(figures.toFile());
        List<String> drops = new ArrayList<>();
        for (String measure : MEASURES) {
            Counts counts = Counts.of(now, measure);
            JsonNode old = before.path(measure);
            drop(drops, measure + " precision", old.path("precision"), counts.precision());
            drop(drops, measure + " recall", old.path("recall"), counts.recall());
            drop(drops, measure + " F1", old.path("f1"), counts.f1());
        }
        return drops;
    }

    /** A figure that was never committed counts as dropped: nothing guards it. */
    private static void drop(List<String> drops, String figure, JsonNode old, double now) {
        if (!old.isNumber()) {
            drops.add(figure + " is not among the committed figures");
        } else if (round(now) < old.asDouble()) {
            drops.add(figure + " fell from " + old.asDouble() + " to " + round(now));
        }
    }

    private static double round(double share) {
        return Math.round(share * DIGITS) / DIGITS;
    }
}
