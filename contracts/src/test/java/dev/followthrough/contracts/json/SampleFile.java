package dev.followthrough.contracts.json;

import dev.followthrough.contracts.model.AccountSummary;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Message;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A document below {@code samples/}: {@code signal.deleted.json} is one of {@code signal.v1.json}.
 *
 * <p>{@code golden/v1}: as the code wrote it once, kept for ever. {@code good}: written by hand.
 * {@code bad}: refused by schema and code. {@code newer}: of a later v1, with what nobody knows
 * yet.
 */
record SampleFile(String name, Path path) {
    static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    static final Path SAMPLES = Path.of("src/test/resources/samples");

    /** The record of each schema, by the first part of a schema's and a sample's name. */
    static final Map<String, Class<?>> RECORDS =
            Map.ofEntries(
                    Map.entry("signal", Signal.class),
                    Map.entry("action", Action.class),
                    Map.entry("directory", DirectoryEntry.class),
                    Map.entry("reading", Reading.class),
                    Map.entry("commitment", Commitment.class),
                    Map.entry("handoff", Handoff.class),
                    Map.entry("account", AccountSummary.class),
                    Map.entry("event", CommitmentEvent.class),
                    Map.entry("escalation", Escalation.class),
                    Map.entry("message", Message.class),
                    Map.entry("delivery", Delivery.class),
                    Map.entry("dead-letter", DeadLetter.class));

    static List<SampleFile> in(String folder) {
        try (Stream<Path> files = Files.list(SAMPLES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> new SampleFile(file.getFileName().toString(), file))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code directory-person.json} and {@code directory.no-kind.json} are of {@code directory}.
     */
    String record() {
        String first = name.substring(0, name.indexOf('.'));
        return first.startsWith("directory-") ? "directory" : first;
    }

    Class<?> type() {
        Class<?> type = RECORDS.get(record());
        if (type == null) {
            throw new IllegalStateException("no record is called " + record());
        }
        return type;
    }

    String text() {
        return read(path);
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
