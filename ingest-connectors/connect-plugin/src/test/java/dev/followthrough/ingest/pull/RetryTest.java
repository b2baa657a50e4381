package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class RetryTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "30, PT30.1S",
                "0, PT0.1S",
                "none, PT30.1S",
                "'', PT30.1S",
                "-5, PT30.1S",
                "soon, PT30.1S",
                "99999999, PT1H",
                "'Wed, 11 Mar 2026 16:00:20 GMT', PT20.1S",
                "'Wed, 11 Mar 2020 16:00:20 GMT', PT0.1S"
            })
    void aHeaderIsReadAsSecondsOrDateAndNonsenseAsHalfAMinute(String header, Duration wait) {
        // When
        Duration read = Retry.after(header, Instant.parse("2026-03-11T16:00:00Z"));

        // Then
        assertThat(read).isEqualTo(wait);
    }
}
