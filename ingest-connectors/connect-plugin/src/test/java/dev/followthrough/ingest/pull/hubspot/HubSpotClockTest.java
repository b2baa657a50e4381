package dev.followthrough.ingest.pull.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.TaskHarness;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class HubSpotClockTest {
    private static final Instant BEGIN = Instant.parse("2026-02-03T09:00:00Z");

    private final Portal portal = new Portal();
    private final TaskHarness task = new TaskHarness();

    @AfterEach
    void close() {
        task.close();
        portal.close();
    }

    private void notes(int from, int to) {
        for (int i = from; i < to; i++) {
            portal.note(1000 + i, BEGIN.plusSeconds(10L * i), "Note " + i);
        }
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        notes(0, 10);
        task.with(HubSpotSourceConfig.TOKEN, Portal.TOKEN)
                .with(HubSpotSourceConfig.URL, portal.url())
                .with(HubSpotSourceConfig.OBJECTS, "notes")
                .start(new HubSpotSource());
        Published published = new Published().until(task, 10);

        // When
        task.clockIsAheadBy(Duration.ofDays(400));
        notes(10, 20);
        published.until(task, 20).more(task);
        task.clockIsAheadBy(Duration.ofDays(-400));
        notes(20, 30);
        published.until(task, 30).more(task);

        // Then
        assertThat(published.size()).isEqualTo(30);
        assertThat(published.byKey()).hasSize(30);
    }
}
