package dev.followthrough.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class FailuresTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void soManyInAWindowMayHappenAndNoMore() {
        // Given
        Failures failures = new Failures(2, Duration.ofMinutes(10));

        // Then
        assertThat(failures.mayGoOn(NOON)).isTrue();
        assertThat(failures.mayGoOn(NOON.plusSeconds(1))).isTrue();
        assertThat(failures.mayGoOn(NOON.plusSeconds(2))).isFalse();
    }

    @Test
    void thoseOutsideTheWindowAreForgotten() {
        // Given
        Failures failures = new Failures(1, Duration.ofMinutes(10));
        failures.mayGoOn(NOON);

        // Then
        assertThat(failures.mayGoOn(NOON.plusSeconds(601))).isTrue();
        assertThat(failures.mayGoOn(NOON.plusSeconds(1201))).as("600 s later").isFalse();
    }
}
