package dev.followthrough.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.contracts.topic.Topics;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whole deals from their files to the topics, on a real broker, Connect worker and RocksDB. */
class StoryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hospital-wardlight-northmere",
                "solar-solvertice-conceicao",
                "robotics-hejdrift-polarlager"
            })
    void publishedLedgerIsTheLedgerOfScanByteForByte(String deal, @TempDir Path data)
            throws IOException {
        // Given
        ExpectedLedger expected = ExpectedLedger.of(Deals.folder(deal), Deals.AFTERWARDS);

        // When
        try (RunningUp up = RunningUp.start(data, Deals.folder(deal), Deals.AFTERWARDS);
                TopicReader topics = new TopicReader(up.config())) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ExpectedLedger.published(topics)
                                                            .differencesFrom(expected))
                                            .isEmpty());

            // Then
            assertThat(expected.topics().get(Topics.COMMITMENT.name())).hasSizeGreaterThan(10);
            assertThat(expected.topics().get(Topics.HANDOFF.name())).isNotEmpty();
            assertThat(expected.topics().get(ExpectedLedger.ESCALATIONS)).isNotEmpty();
            assertThat(up.failure()).isNull();
            assertThat(up.get("/health/ready").statusCode()).isEqualTo(200);
            for (String owner : List.of("ingest", "extract", "commitments", "alerting")) {
                assertThat(topics.table(Topics.deadLetter(owner))).isEmpty();
            }
        }
    }
}
