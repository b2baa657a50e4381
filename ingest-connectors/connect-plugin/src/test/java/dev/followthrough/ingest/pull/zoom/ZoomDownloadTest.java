package dev.followthrough.ingest.pull.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.TaskHarness;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

class ZoomDownloadTest {
    private static final Instant BEGIN = Instant.parse("2026-01-22T13:00:05Z");
    private static final String VTT =
            """
            WEBVTT

            1
            00:00:01.000 --> 00:00:03.000
            Ana Lima: I will send the plan by Friday.

            2
            00:01:01.000 --> 00:01:03.000
            Cy Dee: Thanks.

            3
            00:02:01.000 --> 00:02:03.000
            Ana Lima: Anything else?
            """;

    private final Account account = new Account().user("u1");
    private final TaskHarness task = new TaskHarness();

    @AfterEach
    void close() {
        task.close();
        account.close();
    }

    private TaskHarness start() {
        return task.with(ZoomSourceConfig.ACCOUNT, "acc-1")
                .with(ZoomSourceConfig.CLIENT_ID, "client-1")
                .with(ZoomSourceConfig.CLIENT_SECRET, Account.SECRET)
                .with(ZoomSourceConfig.URL, account.url())
                .with(ZoomSourceConfig.LOGIN_URL, account.url())
                .with("start.from", "2026-01-01")
                .start(new ZoomSource());
    }

    @Test
    void aTranscriptThatStallsIsDownloadedAgain() {
        // Given
        account.meeting("u1", "m0", BEGIN, VTT);
        AtomicInteger downloads = new AtomicInteger();
        account.failing(
                asked ->
                        asked.path().startsWith("/file/") && downloads.incrementAndGet() == 1
                                ? Told.stalling(VTT)
                                : null);
        task.with("request.timeout.ms", "1000");

        // When
        Published published = new Published().until(start(), 3);

        // Then
        assertThat(published.signals()).hasSize(3);
        assertThat(downloads.get()).isEqualTo(2);
    }

    @Test
    void aTranscriptThatIsTooLongIsADeadLetterAndNotCut() {
        // Given
        String tooLong = VTT + "\nNOTE " + "x".repeat(ZoomApi.MOST_TEXT);
        account.meeting("u1", "m0", BEGIN, tooLong);
        account.meeting("u1", "m1", BEGIN.plusSeconds(3600), VTT);

        // When
        Published published = new Published().until(start(), 4);

        // Then
        assertThat(published.deadLetters())
                .singleElement()
                .asString()
                .contains("too-large", "transcript m0-t must be of at most 8388608 bytes");
        assertThat(published.signals()).hasSize(3);
    }

    @Test
    void aTokenIsNotSentToAStrangersAddress() {
        // Given
        account.meeting("u1", "m0", BEGIN, VTT);
        account.failing(
                asked ->
                        asked.path().endsWith("/recordings")
                                ? Told.json(
                                        "{\"meetings\":[{\"uuid\":\"x\",\"start_time\":\"2026-01-22T13:00:05Z\",\"recording_files\":[{\"id\":\"t\",\"file_type\":\"TRANSCRIPT\",\"recording_start\":\"2026-01-22T13:00:05Z\","
                                                + "\"download_url\":\"https://evil.example/t\"}]}],\"next_page_token\":\"\"}")
                                : null);

        // When
        Published published = new Published().until(start(), 1).more(task);

        // Then
        assertThat(published.deadLetters()).singleElement().asString().contains("foreign-download");
    }
}
