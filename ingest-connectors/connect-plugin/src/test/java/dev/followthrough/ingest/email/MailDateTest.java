package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;

class MailDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue, 3 Feb 2026 10:00:00 +0100 | 2026-02-03T10:00:00+01:00",
                "3 Feb 2026 10:00 -0530 (IST) | 2026-02-03T10:00:00-05:30",
                "Tue, 03 Feb 2026 10:00:00 GMT | 2026-02-03T10:00:00Z",
                "Tue, 3 Feb 26 10:00:00 EST | 2026-02-03T10:00:00-05:00",
                "Tue Feb  3 10:00:00 2026 +0000 | 2026-02-03T10:00:00Z"
            })
    void headersStateAnInstant(String text, OffsetDateTime at) {
        // When
        OffsetDateTime found = MailDate.parse(text);

        // Then
        assertThat(found).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tuesday, February 3, 2026 4:05 PM | 2026-02-03T16:05",
                "Dienstag, 3. Februar 2026 16:05 | 2026-02-03T16:05",
                "mardi 3 février 2026 16:05 | 2026-02-03T16:05",
                "3 de fevereiro de 2026 16:05 | 2026-02-03T16:05",
                "2026-02-03 16:05 | 2026-02-03T16:05",
                "Tue, Feb 3, 2026 at 12:05 AM | 2026-02-03T00:05"
            })
    void clientsPrintALocalTime(String text, LocalDateTime at) {
        // When
        LocalDateTime found = MailDate.local(text);

        // Then
        assertThat(found).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "",
                "31 Feb 2026 10:00:00 +0000",
                "3 Feb 2026",
                "3 Foo 2026 10:00 +0000",
                "3 Feb 2026 10:00"
            })
    void whatIsNotSureIsNoInstant(String text) {
        // When
        OffsetDateTime found = MailDate.parse(text);

        // Then
        assertThat(found).isNull();
    }
}
