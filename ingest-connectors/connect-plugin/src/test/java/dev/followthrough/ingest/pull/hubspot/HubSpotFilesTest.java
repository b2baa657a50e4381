package dev.followthrough.ingest.pull.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;
import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.TaskHarness;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An exported list and the API it was exported from are one thing. */
class HubSpotFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path LISTS =
            Path.of("src/test/resources/deals/agency-foxglove-kestrel/hubspot");
    private static final List<String> KINDS =
            List.of("companies", "contacts", "deals", "notes", "calls", "tasks");

    private static Map<String, String> filed() throws IOException {
        Map<String, String> records = new TreeMap<>();
        try (Workspace workspace =
                Workspace.open(
                        List.of(LISTS.toAbsolutePath()), InstantSource.fixed(Instant.EPOCH))) {
            workspace.read(
                    read -> {
                        if (read instanceof Read.Said said) {
                            records.put(
                                    Topics.signal(said.signal().source()).name()
                                            + " "
                                            + Keys.signal(said.signal()),
                                    Json.text(said.signal()));
                        } else if (read instanceof Read.Known known) {
                            records.put(
                                    Topics.DIRECTORY.name() + " " + Keys.directory(known.entry()),
                                    Json.text(known.entry()));
                        }
                    });
        }
        return records;
    }

    @Test
    void recordsKeysAndIdsAreThoseOfTheFileConnector() throws IOException {
        // Given
        Map<String, String> filed = filed();

        // When
        try (Portal portal = new Portal();
                TaskHarness task = new TaskHarness()) {
            for (String kind : KINDS) {
                for (JsonNode object : list(kind)) {
                    portal.put(kind, object);
                }
            }
            list("owners").forEach(portal::owner);
            task.with(HubSpotSourceConfig.TOKEN, Portal.TOKEN)
                    .with(HubSpotSourceConfig.URL, portal.url())
                    .start(new HubSpotSource());
            Published published = new Published().until(task, filed.size()).more(task);

            // Then
            assertThat(filed).hasSizeGreaterThan(15);
            assertThat(published.byKey()).isEqualTo(filed);
        }
    }

    private static JsonNode list(String kind) throws IOException {
        return JSON.readTree(LISTS.resolve(kind + ".json").toFile()).path("results");
    }
}
