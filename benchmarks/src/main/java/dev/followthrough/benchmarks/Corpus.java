package dev.followthrough.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts to measure on: the bundled deal, or a folder of whatever the file connector reads and of
 * JSON Lines with a field {@code text}. A sample of it, evenly spread and the same every time.
 *
 * @param signals that are read, in the order of their files
 */
record Corpus(List<Signal> signals) {
    /** The name of the bundled deal. */
    static final String DEAL = "deal";

    /** So many are enough, and are read in less than a measurement takes. */
    private static final int MOST = 400;

    private static final Instant SAID_AT = Instant.parse("2026-03-11T09:00:00Z");

    Corpus {
        signals = List.copyOf(signals);
    }

    /**
     * @param where {@value #DEAL}, or a folder
     */
    static Corpus read(String where) {
        List<Signal> all = where.equals(DEAL) ? Deal.read().signals() : folder(Path.of(where));
        List<Signal> spoken = all.stream().filter(signal -> !signal.text().isBlank()).toList();
        if (spoken.isEmpty()) {
            throw new IllegalStateException("folder must hold texts, was " + where);
        }
        int size = Math.min(MOST, spoken.size());
        List<Signal> sample = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            sample.add(spoken.get((int) ((long) i * spoken.size() / size)));
        }
        return new Corpus(sample);
    }

    private static List<Signal> folder(Path folder) {
        List<Signal> signals = new ArrayList<>();
        try (Workspace workspace = Workspace.open(List.of(folder), InstantSource.fixed(SAID_AT));
                Stream<Path> files = Files.list(folder)) {
            workspace.read(
                    read -> {
                        if (read instanceof Read.Said said) {
                            signals.add(said.signal());
                        }
                    });
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                Files.readAllLines(file).forEach(line -> add(SlackCaller.json(line), signals));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signals;
    }

    private static void add(JsonNode line, List<Signal> signals) {
        String id = "line-" + signals.size();
        signals.add(
                new Signal(
                        new SignalId(id),
                        0,
                        false,
                        SignalKind.CHAT,
                        Source.EVENT,
                        new ConversationId("lines"),
                        null,
                        SAID_AT,
                        ZoneOffset.UTC,
                        new Party("unknown", null, null, Side.UNKNOWN),
                        List.of(),
                        null,
                        null,
                        line.path("text").asText(),
                        null,
                        List.of(),
                        List.of(new Place(0, id)),
                        Facts.NONE));
    }
}
