package dev.followthrough.standalone.story;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The deals of the training folder, and an instant after everything in them was said. */
final class Deals {
    static final Instant AFTERWARDS = Instant.parse("2027-01-15T09:00:00Z");

    private static final Path ALL = Path.of("../extractor-stream/src/main/training/deals");

    private Deals() {}

    static Path folder(String deal) {
        Path folder = ALL.resolve(deal).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("no such deal: " + folder);
        }
        return folder;
    }
}
