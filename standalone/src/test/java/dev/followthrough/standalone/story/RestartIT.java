package dev.followthrough.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.topic.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process is killed while it works, as by a power cut, and started again. */
class RestartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String DEAL = "robotics-hejdrift-polarlager";

    @Test
    void killedWhileWorkingItLosesAndRepeatsNothing(@TempDir Path folder) throws Exception {
        // Given
        ExpectedLedger expected = ExpectedLedger.of(Deals.folder(DEAL), Deals.AFTERWARDS);
        Path data = folder.resolve("data");

        // When: once before anything is found, once in the middle
        killWhen(data, folder.resolve("first.log"), "read ");
        killWhen(data, folder.resolve("second.log"), "+ ");

        // Then
        try (RunningUp up = RunningUp.start(data, Deals.folder(DEAL), Deals.AFTERWARDS);
                TopicReader topics = new TopicReader(up.config())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ExpectedLedger.published(topics)
                                                            .differencesFrom(expected))
                                            .isEmpty());
            assertThat(up.failure()).isNull();
            assertThat(topics.table(Topics.deadLetter("commitments"))).isEmpty();
            assertThat(topics.table(Topics.DELIVERY).values())
                    .allSatisfy(json -> assertThat(Json.read(json, Delivery.class)).isNotNull());
        }
    }

    /** Runs {@code up} in a process of its own and kills it once a line begins so. */
    private static void killWhen(Path data, Path log, String line) throws Exception {
        Process up =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx768m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.followthrough.standalone.cli.Main",
                                "up",
                                Deals.folder(DEAL).toString(),
                                "--data",
                                data.toString(),
                                "--port",
                                "0",
                                "--as-of",
                                Deals.AFTERWARDS.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !up.isAlive() || says(log, line));
            assertThat(up.isAlive()).as(Files.readString(log)).isTrue();
        } finally {
            up.destroyForcibly();
            up.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static boolean says(Path log, String line) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.stream().anyMatch(said -> said.startsWith(line));
    }
}
