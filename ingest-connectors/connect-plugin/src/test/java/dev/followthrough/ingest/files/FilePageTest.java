package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class FilePageTest {
    @TempDir private Path folder;

    private List<String> check(String paths) {
        return ConnectorPage.check(
                new FileSourceConnector(),
                ConnectorPage.example("files.md", Map.of("paths", paths)));
    }

    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("files.md", FileSourceConfig.DEF);
    }

    @Test
    void sectionsStandInTheOrderOfTheOtherPages() {
        assertThat(ConnectorPage.sections("files.md")).isEqualTo(ConnectorPage.sections("zoom.md"));
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() throws IOException {
        // Given
        Path mail =
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
        Files.writeString(folder.resolve("notes.txt"), "Nothing that we read.\n");

        // When
        List<String> said = check(folder.toString());

        // Then
        assertThat(said)
                .containsExactly(
                        "FINE settings are well formed, and the paths can be read here",
                        "FINE files of known formats: 1",
                        "UNKNOWN files left out, no known format: 1",
                        "FINE one page of " + mail + ": 1 signals");
    }

    @Test
    void anEmptyFolderDeservesALook() {
        // When
        List<String> said = check(folder.toString());

        // Then
        assertThat(said).contains("UNKNOWN no file of a known format lies there yet");
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        // When
        List<String> said = check(folder.resolve("gone").toString());

        // Then
        assertThat(said)
                .containsExactly(
                        "WRONG paths: "
                                + folder.resolve("gone")
                                + ": must exist and be readable by the worker");
    }
}
