package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.Meter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class FileCountsTest {
    @TempDir private Path folder;

    @Test
    void whatIsReadLeftOutAndRejectedIsCountedByReason() throws IOException {
        // Given
        Meter meter = Meter.unseen();
        FileCounts counts = new FileCounts(meter);
        Files.writeString(
                folder.resolve("one.eml"),
                """
                From: Ada Park <ada@vendor.example>
                To: bo@customer.example
                Date: Mon, 2 Mar 2026 09:00:00 +0000
                Message-ID: <1@vendor.example>
                Subject: Draft

                I will send you the draft by Friday.
                """);
        Files.writeString(folder.resolve("two.eml"), "Subject: from nobody\nX-A: b\n\nHello.\n");
        Files.writeString(folder.resolve("notes.txt"), "Nothing that we read.\n");
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-11T16:00:00Z"));

        // When
        try (Workspace workspace = Workspace.open(List.of(folder), clock)) {
            workspace.read(counts::count);
        }

        // Then
        assertThat(meter.value("read", null)).isEqualTo(3);
        assertThat(meter.value("published", null)).isEqualTo(1);
        assertThat(meter.value("skipped", "no known format")).isEqualTo(1);
        assertThat(meter.value("rejected", "mail-without-author")).isEqualTo(1);
    }
}
