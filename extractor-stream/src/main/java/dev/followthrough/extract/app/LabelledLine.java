package dev.followthrough.extract.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.train.Label;
import dev.followthrough.extract.train.Sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labelled text in three shapes: a message as {@code extract} reads it with {@code candidates}; a
 * conversation with {@code people} and {@code turns}; a signal of the contract with its {@code
 * previous} signals and {@code candidates}, where requests, milestones and further context may
 * stand unlabelled.
 */
public final class LabelledLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledLine() {}

    /** The samples of one line, in the order of their turns. */
    public static List<Sample> samples(JsonNode line, Instant start) {
        if (line.has("signal")) {
            return List.of(signal(line));
        }
        if (!line.has("turns")) {
            return List.of(message(line, line.path("candidates"), start));
        }
        List<Sample> samples = new ArrayList<>();
        List<Signal> before = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (JsonNode turn : line.get("turns")) {
            ExtractLine read = ExtractLine.of(asMessage(line, turn), start);
            ids.put(turn.path("n").asText(), read.signal().id().value());
            List<Label> labels = labels(turn.path("candidates"), read.signal().text(), ids);
            // Context keeps the latest.
            samples.add(new Sample(read.signal(), new Context(before, null), labels, Set.of()));
            before.add(read.signal());
        }
        return samples;
    }

    private static Sample message(JsonNode json, JsonNode candidates, Instant start) {
        ExtractLine line = ExtractLine.of(json, start);
        return new Sample(
                line.signal(),
                line.context(),
                labels(candidates, line.signal().text(), Map.of()),
                Set.of());
    }

    private static Sample signal(JsonNode json) {
        Signal signal = Json.read(json.get("signal").toString(), Signal.class);
        List<Signal> previous = new ArrayList<>();
        json.path("previous").forEach(p -> previous.add(Json.read(p.toString(), Signal.class)));
        Signal answered =
                json.hasNonNull("replied_to")
                        ? Json.read(json.get("replied_to").toString(), Signal.class)
                        : null;
        return new Sample(
                signal,
                new Context(previous, answered),
                labels(json.path("candidates"), signal.text(), Map.of()),
                Set.of("request", "milestone", "context", "scope"));
    }

    private static ObjectNode asMessage(JsonNode conversation, JsonNode turn) {
        String author = turn.path("author").asText();
        ObjectNode message = JSON.createObjectNode();
        message.put("id", conversation.path("id").asText() + "/" + turn.path("n").asText());
        message.set("text", turn.get("text"));
        message.set("said_at", turn.get("said_at"));
        ArrayNode audience = message.putArray("audience");
        for (JsonNode person : conversation.path("people")) {
            if (person.path("email").asText().equals(author)) {
                message.set("author", person);
                message.set("zone", person.get("zone"));
            } else {
                audience.add(person);
            }
        }
        return message;
    }

    /**
     * @param ids of turns by their numbers; what is none of them is an id itself
     */
    private static List<Label> labels(JsonNode candidates, String text, Map<String, String> ids) {
        List<Label> labels = new ArrayList<>();
        for (JsonNode candidate : candidates) {
            String quote = candidate.path("quote").asText();
            int start = candidate.path("start").asInt(text.indexOf(quote));
            if (start < 0 || quote.isEmpty()) {
                throw new IllegalArgumentException(
                        "a quote of " + quote.length() + " characters must stand in the text");
            }
            String asked = candidate.path("accepts").asText("");
            String accepts = asked.isEmpty() ? null : ids.getOrDefault(asked, asked);
            labels.add(new Label(outcome(candidate), start, start + quote.length(), accepts));
        }
        return labels;
    }

    private static String outcome(JsonNode candidate) {
        String type = candidate.path("type").asText();
        return switch (type) {
            case "scope" -> type + "/" + candidate.path("polarity").asText("unscoped");
            case "context" -> type + "/" + candidate.path("category").asText("technical_scope");
            default -> type;
        };
    }
}
