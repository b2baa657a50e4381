package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.files.FileSourceTask;
import dev.followthrough.ingest.pull.NothingStored;

import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An export of a workspace beside the connector that reads the same one. */
class SlackImportTest {
    private static final String DAY = "acme/2026-02-02.json";

    private final SlackRun run = new SlackRun();

    @TempDir Path export;

    @BeforeEach
    void said() throws Exception {
        JsonNode root = run.slack.say("C1", 1, "I will send it");
        JsonNode reply = run.slack.reply("C1", 1, 2, "Thanks");
        run.slack.react("C1", 2, "eyes", "U1");
        Files.writeString(
                export.resolve("users.json"),
                "[{\"id\":\"U1\",\"team_id\":\"T1\",\"name\":\"ada\"}]");
        Files.writeString(export.resolve("channels.json"), "[{\"id\":\"C1\",\"name\":\"acme\"}]");
        Files.createDirectory(export.resolve("acme"));
        Files.writeString(export.resolve(DAY), Json.text(List.of(root, reply)));
    }

    @AfterEach
    void close() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.slack.com", "https://acme.slack.com/"})
    void anImportHasThePermalinksOfTheConnector(String workspace) throws Exception {
        // When
        Map<String, String> live = links(run.start().take(6));
        Map<String, String> imported = links(imported(Map.of("slack.workspace.url", workspace)));

        // Then
        assertThat(live)
                .hasSize(3)
                .containsEntry(
                        "slack:T1/C1/1770000001.000001",
                        "https://acme.slack.com/archives/C1/p1770000001000001");
        assertThat(imported).isEqualTo(live);
    }

    @Test
    void withoutTheAddressThereIsNone() throws Exception {
        // When
        Map<String, String> imported = links(imported(Map.of()));

        // Then
        assertThat(imported).hasSize(3).allSatisfy((id, link) -> assertThat(link).isEmpty());
    }

    @Test
    void aChannelThatIsKnownByItsNameAloneCannotBeOpened() throws Exception {
        // Given
        Files.delete(export.resolve("channels.json"));
        Files.move(export.resolve("acme"), export.resolve("2024"));

        // When
        Map<String, String> imported =
                links(imported(Map.of("slack.workspace.url", "https://acme.slack.com")));

        // Then
        assertThat(imported).hasSize(3).allSatisfy((id, link) -> assertThat(link).isEmpty());
    }

    private List<SourceRecord> imported(Map<String, String> more) throws Exception {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("paths", export.toString());
        settings.put("topic.partitions", "4");
        settings.put("settle.ms", "0");
        FileSourceTask task = new FileSourceTask();
        task.initialize(new NothingStored());
        task.start(settings);
        List<SourceRecord> all = new ArrayList<>();
        for (int turn = 0; turn < 20 && links(all).size() < 3; turn++) {
            List<SourceRecord> batch = task.poll();
            all.addAll(batch == null ? List.of() : batch);
        }
        task.stop();
        return all;
    }

    /** By signal; empty where there is none. */
    private static Map<String, String> links(List<SourceRecord> records) {
        Map<String, String> links = new TreeMap<>();
        for (SourceRecord record : records) {
            if (record.topic().equals("ingest.signal.slack.v1")) {
                Signal signal = Json.read((byte[]) record.value(), Signal.class);
                Header link = record.headers().lastWithName("permalink");
                links.put(signal.id().value(), link == null ? "" : link.value().toString());
            }
        }
        return links;
    }
}
