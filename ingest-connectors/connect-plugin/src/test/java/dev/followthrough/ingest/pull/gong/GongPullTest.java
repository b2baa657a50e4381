package dev.followthrough.ingest.pull.gong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;
import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script.Asked;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class GongPullTest {
    private final GongRun run = new GongRun();
    private final Company company = run.company;

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aTranscriptIsTheSameSignalsAsAWebVttFileWithASidecar(@TempDir Path folder)
            throws IOException {
        // Given
        ObjectNode call = company.add("7782342274025937895", "2026-01-22T14:00:05+01:00");
        call.path("parties").forEach(party -> ((ObjectNode) party).remove("affiliation"));
        company.transcript("7782342274025937895", Company.monologues(5));
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < 5; i++) {
            text.append(String.format("%n%d%n00:%02d:01.000 --> 00:%02d:03.000%n", i + 1, i, i));
            text.append(i % 2 == 0 ? "<v Ana Lima>Words " : "<v Cy Dee>Words ").append(i);
            text.append('\n');
        }
        Files.writeString(folder.resolve("7782342274025937895.vtt"), text);
        Files.writeString(
                folder.resolve("7782342274025937895.json"),
                """
                {"id":"7782342274025937895","topic":"Kick-off","start":"2026-01-22T14:00:05+01:00",
                 "participants":[{"name":"Ana Lima","email":"ana@ours.example"},{"name":"Cy Dee","email":"cy@acme.example"}]}
                """);
        List<Signal> filed = new ArrayList<>();
        try (Workspace workspace =
                Workspace.open(List.of(folder), InstantSource.fixed(GongRun.BEGIN))) {
            workspace.read(
                    read -> {
                        if (read instanceof Read.Said said) {
                            filed.add(said.signal());
                        }
                    });
        }

        // When
        Published published = new Published().until(run.start(), 5).more(run.task);

        // Then
        assertThat(filed).hasSize(5);
        assertThat(published.records())
                .extracting(record -> new String((byte[]) record.value(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(filed.stream().map(Json::text).toList());
        assertThat(published.records().get(0).headers().lastWithName("permalink").value())
                .isEqualTo("https://app.gong.example/call?id=7782342274025937895");
    }

    @Test
    void manyWeeksAndFullWeeksAreReadEachOnce() {
        // Given
        run.calls(0, 120, Duration.ofDays(1));
        run.calls(200, 450, Duration.ofMinutes(5));

        // When
        Published published = new Published().until(run.start(), 1110).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(1110);
        assertThat(company.asked())
                .extracting(asked -> filter(asked, "toDateTime"))
                .allMatch(to -> to.isEmpty() || Instant.parse(to).isBefore(Instant.now()));
    }

    private static String filter(Asked asked, String field) {
        return Company.body(asked).path("filter").path(field).asText("");
    }

    @Test
    void workspacesThatAreNamedAreReadAndNoOthers() {
        // Given
        run.calls(0, 30, Duration.ofDays(1));
        for (int i = 0; i < 30; i++) {
            company.in(Integer.toString(1000 + i), Integer.toString(i % 3));
        }
        run.task.with(GongSourceConfig.WORKSPACES, "1,2");

        // When
        Published published = new Published().until(run.start(), 60).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(60);
        assertThat(company.asked())
                .filteredOn(asked -> asked.path().equals("/v2/calls/extensive"))
                .extracting(asked -> filter(asked, "workspaceId"))
                .containsOnly("1", "2");
    }

    @Test
    void aTranscriptThatComesLateIsReadAndTheOthersAreNotRepeated() {
        // Given
        Instant today = Instant.now().minus(Duration.ofHours(20));
        company.call("1", today, 3).call("2", today, 0);
        Published published = new Published().until(run.start(), 3).more(run.task);

        // When
        company.transcript("2", Company.monologues(2));
        published.until(run.task, 5).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(5);
    }

    @Test
    void manyCallsWithoutATranscriptKeepNoOtherWaiting() {
        // Given
        for (int i = 0; i < 90; i++) {
            company.call(Integer.toString(i), GongRun.BEGIN.plusSeconds(i), i < 60 ? 0 : 2);
        }

        // When
        Published published = new Published().until(run.start(), 60).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(60);
    }

    @Test
    void moreCallsThanAreRememberedAreStillReadToTheLast() {
        // Given
        for (int i = 0; i < 5100; i++) { // newest first: what is forgotten is what comes last
            company.call(Integer.toString(i), GongRun.BEGIN.minusSeconds(i), 1);
        }

        // When
        Published published = new Published().until(run.start(), 5100);

        // Then
        assertThat(published.byKey()).hasSize(5100);
    }

    @Test
    void privateCallsAreLeftOut() {
        // Given
        run.calls(0, 3, Duration.ofDays(1));
        ((ObjectNode) company.add("1001", GongRun.BEGIN.toString()).get("metaData"))
                .put("isPrivate", true);

        // When
        Published published = new Published().until(run.start(), 6).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(6);
        assertThat(run.task.metric("skipped", "private-call")).isOne();
        assertThat(company.asked()).noneMatch(asked -> asked.body().contains("\"1001\""));
    }

    @Test
    void privateCallsAreReadWhereSomebodyWantsThem() {
        // Given
        run.calls(0, 1, Duration.ofDays(1));
        ((ObjectNode) company.add("1000", GongRun.BEGIN.toString()).get("metaData"))
                .put("isPrivate", true);
        run.task.with(GongSourceConfig.PRIVATE_CALLS, "true");

        // When
        Published published = new Published().until(run.start(), 3).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(3);
    }

    @Test
    void brokenCallsAndSentencesAreDeadLettersOnceAndTheOthersAreRead() throws IOException {
        // Given
        run.calls(0, 3, Duration.ofDays(1));
        company.add("1003", "soon");
        company.add("not a number", GongRun.BEGIN.toString());
        company.transcript(
                "1001",
                (ArrayNode)
                        new ObjectMapper()
                                .readTree(
                                        "[{\"speakerId\":\"s1\",\"sentences\":[{\"start\":\"x\",\"text\":\"Lost\"},{\"start\":5,\"end\":9,\"text\":\"Kept\"}]}]"));

        // When
        Published published = new Published().until(run.start(), 10).more(run.task);

        // Then
        assertThat(published.signals()).hasSize(7).extracting(Signal::text).contains("Kept");
        assertThat(published.deadLetters())
                .hasSize(3)
                .anyMatch(letter -> letter.contains("invalid-sentence"))
                .anyMatch(letter -> letter.contains("invalid-gong-call"));
    }

    @Test
    void aTaskRestartedAtAnyPointLosesAndRepeatsNothing() {
        // Given
        run.calls(0, 300, Duration.ofMinutes(40));
        Random random = new Random(20260122);
        Published published = new Published();
        run.start();

        // When
        while (published.size() < 900) {
            published.until(run.task, Math.min(900, published.size() + 1 + random.nextInt(120)));
            run.task.pollAndLose();
            run.task.stop();
            run.task.start(new GongSource());
        }
        published.more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(900);
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        Instant today = Instant.now().minus(Duration.ofHours(20));
        company.call("1", today, 3);
        Published published = new Published().until(run.start(), 3);

        // When
        run.task.clockIsAheadBy(Duration.ofDays(400));
        company.call("2", today, 3);
        published.until(run.task, 6).more(run.task);
        run.task.clockIsAheadBy(Duration.ofDays(-400));
        company.call("3", today, 3);
        published.until(run.task, 9).more(run.task);

        // Then
        assertThat(published.size()).isEqualTo(9);
        assertThat(published.byKey()).hasSize(9);
    }
}
