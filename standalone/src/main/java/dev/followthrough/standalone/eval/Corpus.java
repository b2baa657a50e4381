package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.extract.app.LabelledLine;
import dev.followthrough.extract.train.Sample;
import dev.followthrough.service.StartException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The labelled text there is, by the group that must stay together: a message, a conversation or a
 * deal. A sample that counts more than once stands in its group as often.
 *
 * @param talk by group
 * @param deals by deal
 */
record Corpus(Map<String, List<Sample>> talk, Map<String, List<Sample>> deals) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How often the text of {@code talk} and {@code deals} counts beside that of {@code more}: it
     * is what judges, and one deal in six of it is all that is ever kept back. Of 1, 2 and 3,
     * measured on text kept back, this one reads both talk and deals well.
     */
    private static final int CLOSE = 3;

    /**
     * @param training with the folders {@code talk} and {@code more} of labelled lines and {@code
     *     deals} of deal stories with their gold ledgers
     */
    static Corpus of(Path training) throws IOException {
        Map<String, List<Sample>> lines = new TreeMap<>();
        read(training.resolve("talk"), CLOSE, lines);
        read(training.resolve("more"), 1, lines);
        Map<String, List<Sample>> stories = new TreeMap<>();
        for (Path deal : deals(training.resolve("deals"))) {
            List<Sample> samples = new ArrayList<>();
            for (String line : LabelledDeals.lines(deal)) {
                samples.addAll(LabelledLine.samples(JSON.readTree(line), Instant.EPOCH));
            }
            stories.put(deal.getFileName().toString(), times(CLOSE, samples));
        }
        return new Corpus(lines, stories);
    }

    private static void read(Path folder, int times, Map<String, List<Sample>> lines)
            throws IOException {
        for (Path file : jsonl(folder)) {
            for (String line : Files.readAllLines(file)) {
                var json = JSON.readTree(line);
                String id = json.path("id").asText();
                List<Sample> samples = LabelledLine.samples(json, Instant.EPOCH);
                if (lines.put(id, times(times, samples)) != null) {
                    throw new StartException(file + ": second line of id " + id);
                }
            }
        }
    }

    private static List<Sample> times(int times, List<Sample> samples) {
        return Collections.nCopies(times, samples).stream().flatMap(List::stream).toList();
    }

    private static List<Path> jsonl(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    static List<Path> deals(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(deal -> Files.exists(deal.resolve("gold.json"))).sorted().toList();
        }
    }

    /** The instant at which a deal's gold ledger holds. */
    static Instant asOf(Path deal) throws IOException {
        JsonNode gold = JSON.readTree(deal.resolve("gold.json").toFile());
        return OffsetDateTime.parse(gold.path("asOf").asText()).toInstant();
    }

    /** Everything, in a fixed order. */
    List<Sample> all() {
        List<Sample> all = new ArrayList<>();
        talk.values().forEach(all::addAll);
        deals.values().forEach(all::addAll);
        return all;
    }

    /** What a model may see that is then asked about that fold. */
    List<Sample> without(int fold, int folds) {
        List<Sample> kept = new ArrayList<>();
        talk.forEach(
                (id, samples) -> {
                    if (foldOf(id, folds) != fold) {
                        kept.addAll(samples);
                    }
                });
        int n = 0;
        for (List<Sample> samples : deals.values()) {
            if (n++ % folds != fold) {
                kept.addAll(samples);
            }
        }
        return kept;
    }

    /** The same fold for ever, whatever else there is. A turn belongs to its conversation. */
    static int foldOf(String id, int folds) {
        int slash = id.indexOf('/');
        String group = slash < 0 ? id : id.substring(0, slash);
        CRC32 crc = new CRC32();
        crc.update(group.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % folds);
    }
}
