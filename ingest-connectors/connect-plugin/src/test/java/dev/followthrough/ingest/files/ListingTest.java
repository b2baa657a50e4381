package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class ListingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir Path root;

    private List<String> names(Listing listing) {
        return listing.files().keySet().stream()
                .map(path -> root.relativize(path).toString())
                .toList();
    }

    @Test
    void hiddenFilesAreLeftOutButFoldersOfAMaildirAreNot() {
        // Given
        Folder folder = new Folder(root);
        folder.write("a/b.eml", "x", NOW);
        folder.write(".git/config", "x", NOW);
        folder.write("a/.DS_Store", "x", NOW);
        folder.write("box/.Sent/cur/1", "x", NOW);

        // When
        Listing listing = Listing.of(List.of(root));

        // Then
        assertThat(names(listing)).containsExactly("a/b.eml", "box/.Sent/cur/1");
    }

    @Test
    void linksAreFollowedCirclesAndDeadEndsAreTold() throws IOException {
        // Given
        Folder folder = new Folder(root);
        Path file = folder.write("real/b.eml", "x", NOW);
        Files.createSymbolicLink(root.resolve("real/circle"), root);
        Files.createSymbolicLink(root.resolve("nowhere"), root.resolve("gone"));
        Files.createSymbolicLink(root.resolve("link.eml"), file);

        // When
        Listing listing = Listing.of(List.of(root));

        // Then
        assertThat(names(listing)).containsExactly("link.eml", "real/b.eml");
        assertThat(listing.problems())
                .containsEntry(root.resolve("real/circle"), "link leads in a circle")
                .containsEntry(root.resolve("nowhere"), "link leads nowhere");
    }

    @Test
    void foldersBeyondADepthAreToldNotRead() {
        // Given
        new Folder(root).write("d/".repeat(40) + "b.eml", "x", NOW);

        // When
        Listing listing = Listing.of(List.of(root));

        // Then
        assertThat(listing.files()).isEmpty();
        assertThat(listing.problems().values()).containsExactly("lies more than 32 folders deep");
    }

    @Test
    void aPathThatDoesNotExistIsTold() {
        // When
        Listing listing = Listing.of(List.of(root.resolve("gone")));

        // Then
        assertThat(listing.problems()).containsEntry(root.resolve("gone"), "does not exist");
    }

    @Test
    void filesInUseAreNotSettledThoseOfAnotherClockAre() {
        // Given
        Folder folder = new Folder(root);
        folder.write("old.eml", "x", NOW.minusSeconds(60));
        folder.write("now.eml", "x", NOW);
        folder.write("future.eml", "x", NOW.plusSeconds(9000));

        // When
        Listing listing =
                Listing.of(List.of(root)).settled(new Patience(Duration.ofSeconds(1), () -> NOW));

        // Then
        assertThat(names(listing)).containsExactly("future.eml", "old.eml");
    }
}
