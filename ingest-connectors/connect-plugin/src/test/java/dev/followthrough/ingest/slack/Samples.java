package dev.followthrough.ingest.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.Mapped;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What the tests of this package share. */
final class Samples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    static SlackUser user(String id, String name, String zone) {
        return new SlackUser(
                id,
                "T1",
                name,
                name,
                null,
                id.toLowerCase(Locale.ROOT) + "@ours.example",
                null,
                ZoneId.of(zone),
                false,
                false,
                false);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Signal> signals(List<Mapped> mapped) {
        return mapped.stream()
                .filter(Mapped.Said.class::isInstance)
                .map(one -> ((Mapped.Said) one).signal())
                .toList();
    }
}
