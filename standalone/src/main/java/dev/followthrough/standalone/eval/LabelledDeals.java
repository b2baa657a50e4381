package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.conversation.BatchReader;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Deal stories with their gold ledgers as labelled signals, which the extractor's trainer reads.
 * Each line is a signal as the connectors give it, with the signals before it and what the ledger
 * says stands in it. Restatements are neither promises nor nothing, so they are labelled {@code
 * ignore}.
 */
final class LabelledDeals {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Signal> signals = new TreeMap<>();
    private final Map<String, Context> contexts = new TreeMap<>();
    private final Map<String, ArrayNode> labels = new TreeMap<>();

    private LabelledDeals() {}

    /** A line a signal, in the order of their ids. */
    static List<String> lines(Path deal) throws IOException {
        return new LabelledDeals().label(deal);
    }

    private List<String> label(Path deal) throws IOException {
        JsonNode gold = JSON.readTree(deal.resolve("gold.json").toFile());
        read(deal, OffsetDateTime.parse(gold.path("asOf").asText()).toInstant());
        gold.path("commitments").forEach(this::commitment);
        gold.path("scope").forEach(s -> label(s, "scope", "polarity", ""));
        gold.path("context").forEach(c -> label(c, "context", "category", ""));
        List<String> lines = new ArrayList<>();
        for (String id : signals.keySet()) {
            lines.add(JSON.writeValueAsString(line(id)));
        }
        return lines;
    }

    private void read(Path deal, Instant asOf) throws IOException {
        List<Signal> said = new ArrayList<>();
        List<DirectoryEntry> directory = new ArrayList<>();
        try (Workspace workspace = Workspace.open(List.of(deal), InstantSource.fixed(asOf))) {
            workspace.read(
                    read -> {
                        if (read instanceof Read.Said s && !s.signal().saidAt().isAfter(asOf)) {
                            said.add(s.signal());
                        } else if (read instanceof Read.Known known) {
                            directory.add(known.entry());
                        }
                    });
        }
        BatchReader reader =
                new BatchReader(
                        (signal, context) -> {
                            signals.put(signal.id().value(), signal);
                            contexts.put(signal.id().value(), context);
                            return List.of();
                        },
                        "none");
        reader.read(directory, said, List.of());
    }

    /** The first evidence of an accepted request is the request. */
    private void commitment(JsonNode commitment) {
        JsonNode evidence = commitment.path("evidence");
        boolean asked = evidence.path(1).path("role").asText().equals("accepted");
        boolean reassigned = false;
        String first = "";
        for (int i = 0; i < evidence.size(); i++) {
            String role = evidence.get(i).path("role").asText();
            String type =
                    switch (role) {
                        case "made" -> i == 0 && asked ? "request" : "promise";
                        case "accepted" -> reassigned ? "ignore" : "acceptance";
                        case "fulfilled" -> "fulfilment";
                        case "rescheduled" -> "rescheduling";
                        case "reassigned" -> "reassignment";
                        case "withdrawn" -> "withdrawal";
                        default -> "ignore";
                    };
            reassigned |= role.equals("reassigned");
            boolean accepts = type.equals("acceptance") && asked;
            String signal = label(evidence.get(i), type, "", accepts ? first : "");
            first = i == 0 ? signal : first;
        }
    }

    /**
     * Labels what the gold says, and gives the id of the signal that holds it. A meeting's ref
     * names a cue; a turn may hold several, so the file decides.
     *
     * @param accepts id of the signal whose request it takes on; empty: none
     */
    private String label(JsonNode gold, String type, String finer, String accepts) {
        String ref = gold.path("ref").asText();
        String quote = gold.path("quote").asText();
        String file = ref.startsWith("vtt:") ? ref.substring(0, ref.indexOf('#')) : ref;
        for (Signal signal : signals.values()) {
            int at = signal.text().indexOf(quote);
            while (at >= 0) {
                String place = signal.refAt(at);
                if (place.equals(ref) || ref.startsWith("vtt:") && place.startsWith(file)) {
                    ObjectNode label =
                            labels.computeIfAbsent(
                                            signal.id().value(), id -> JSON.createArrayNode())
                                    .addObject();
                    label.put("type", type).put("quote", quote).put("start", at);
                    if (!finer.isEmpty()) {
                        label.set(finer, gold.path(finer));
                    }
                    if (!accepts.isEmpty()) {
                        label.put("accepts", accepts);
                    }
                    return signal.id().value();
                }
                at = signal.text().indexOf(quote, at + 1);
            }
        }
        throw new IllegalArgumentException("evidence must stand in a signal, ref was " + ref);
    }

    private ObjectNode line(String id) {
        ObjectNode line = JSON.createObjectNode();
        line.set("signal", Json.tree(Objects.requireNonNull(signals.get(id), id)));
        ArrayNode previous = line.putArray("previous");
        Context context = contexts.getOrDefault(id, Context.EMPTY);
        context.previous().forEach(p -> previous.add(Json.tree(p)));
        Signal answered = context.repliedTo();
        if (answered != null) {
            line.set("replied_to", Json.tree(answered));
        }
        line.set("candidates", labels.getOrDefault(id, JSON.createArrayNode()));
        return line;
    }
}
