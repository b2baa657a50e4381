package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a careful reader finds in a deal, from its {@code gold.json}. */
final class Gold {
    private static final JsonMapper JSON = new JsonMapper();

    private Gold() {}

    /**
     * Commitments by their {@code gid}; scope statements and context notes, which have none, by
     * their place: {@code s1}, {@code x1} and on.
     */
    static List<Entry> of(Path deal) throws IOException {
        return of(JSON.readTree(deal.resolve("gold.json").toFile()));
    }

    static List<Entry> of(JsonNode gold) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode commitment : gold.path("commitments")) {
            List<Spot> spots = new ArrayList<>();
            commitment.path("evidence").forEach(evidence -> spots.add(spot(evidence)));
            entries.add(entry(Entry.COMMITMENT, commitment.path("gid").asText(), spots));
        }
        entries.addAll(statements(gold.path("scope"), Entry.SCOPE, "polarity", "s"));
        entries.addAll(statements(gold.path("context"), Entry.CONTEXT, "category", "x"));
        return entries;
    }

    private static List<Entry> statements(
            JsonNode list, String kind, String part, String firstLetter) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode statement : list) {
            String name = firstLetter + (entries.size() + 1);
            String full = kind + "." + statement.path(part).asText();
            entries.add(entry(full, name, List.of(spot(statement))));
        }
        return entries;
    }

    private static Entry entry(String kind, String name, List<Spot> spots) {
        return new Entry(kind, name, spots, Entry.NO_RULE, 1);
    }

    private static Spot spot(JsonNode node) {
        return new Spot(node.path("ref").asText(), node.path("quote").asText());
    }
}
