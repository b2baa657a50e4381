package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class HintsTest {
    private static final long NOW = Long.MAX_VALUE - 5; // only differences mean something

    private final Hints hints = new Hints();

    /** How often an object that changes all the time is handed out. */
    private int looks(long from, Duration time) {
        int looks = 0;
        for (long at = 0; at < time.toNanos(); at += Duration.ofMillis(250).toNanos()) {
            hints.add("Task");
            looks += hints.take(from + at).size();
        }
        return looks;
    }

    @Test
    void aChangeIsHandedOutOnceAndAtOnce() {
        // Given
        hints.add("Task");
        hints.add("Task");
        hints.add("Event");

        // When
        assertThat(hints.take(NOW)).containsExactlyInAnyOrder("Task", "Event");

        // Then
        assertThat(hints.take(NOW)).isEmpty();
    }

    @Test
    void anImportCostsFiveLooksAMinute() {
        // When
        int first = looks(NOW, Duration.ofMinutes(1));
        int next = looks(NOW + Duration.ofMinutes(1).toNanos(), Duration.ofHours(1));

        // Then
        assertThat(first).isEqualTo(9);
        assertThat(next).isEqualTo(300);
    }

    @Test
    void whatMustWaitIsNotForgotten() {
        // Given
        looks(NOW, Duration.ofMinutes(1));
        hints.add("Task");

        // When
        long later = NOW + Duration.ofMinutes(1).toNanos() + Hints.APART.toNanos();

        // Then
        assertThat(hints.take(later)).containsExactly("Task");
    }

    @Test
    void anObjectThatIsBusyKeepsNoOtherWaiting() {
        // Given
        looks(NOW, Duration.ofSeconds(10));

        // When
        hints.add("Event");

        // Then
        assertThat(hints.take(NOW + Duration.ofSeconds(10).toNanos())).contains("Event");
    }
}
