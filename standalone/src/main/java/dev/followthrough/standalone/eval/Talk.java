package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The commitments labelled in messages and turns beside those that were answered. */
final class Talk {
    private static final JsonMapper JSON = new JsonMapper();

    private Talk() {}

    /**
     * One group a message or turn.
     *
     * @param labelled files of messages and of conversations
     * @param answers what {@code extract} answered, by id
     */
    static Confidence of(List<Path> labelled, Path answers) throws IOException {
        Map<String, JsonNode> byId = new HashMap<>();
        for (String line : Files.readAllLines(answers)) {
            JsonNode answer = JSON.readTree(line);
            byId.put(answer.path("id").asText(), answer);
        }
        List<Confidence.Group> groups = new ArrayList<>();
        for (Path file : labelled) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    groups.addAll(groups(JSON.readTree(line), byId));
                }
            }
        }
        return new Confidence(groups);
    }

    private static List<Confidence.Group> groups(JsonNode row, Map<String, JsonNode> answers) {
        String channel = row.path("channel").asText();
        String id = row.path("id").asText();
        if (!row.has("turns")) {
            return List.of(group(channel, id, row, answers));
        }
        List<Confidence.Group> groups = new ArrayList<>();
        for (JsonNode turn : row.path("turns")) {
            groups.add(group(channel, id + "/" + turn.path("n").asText(), turn, answers));
        }
        return groups;
    }

    private static Confidence.Group group(
            String channel, String id, JsonNode labelled, Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(id);
        return new Confidence.Group(
                id,
                channel,
                commitments(id, labelled),
                answer == null ? List.of() : commitments(id, answer));
    }

    /** A promise and an acceptance are one kind here, as the scorer has it. */
    private static List<Entry> commitments(String id, JsonNode row) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode candidate : row.path("candidates")) {
            String type = candidate.path("type").asText();
            if (type.equals("commitment") || type.equals("promise") || type.equals("acceptance")) {
                List<Spot> spots = List.of(new Spot(id, candidate.path("quote").asText()));
                String rule = candidate.path("rule").asText(Entry.NO_RULE);
                double confidence = candidate.path("confidence").asDouble(1);
                entries.add(new Entry(Entry.COMMITMENT, id, spots, rule, confidence));
            }
        }
        return entries;
    }
}
