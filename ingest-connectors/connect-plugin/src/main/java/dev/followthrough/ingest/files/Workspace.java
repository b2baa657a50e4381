package dev.followthrough.ingest.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files and folders of one company, read together: names, channels and zones found in one file
 * explain what the others say. Formats are found by content and shape, not by what a user says:
 * Slack export (folder or zip), mbox, {@code .eml}, Maildir, WebVTT and SRT with a sidecar, HubSpot
 * lists. Not for several threads.
 *
 * <pre>{@code
 * try (Workspace workspace = Workspace.open(paths, clock)) {
 *     workspace.read(read -> …);
 * }
 * }</pre>
 */
public final class Workspace implements AutoCloseable {
    private final Discovery.Result found;

    private Workspace(Discovery.Result found) {
        this.found = found;
    }

    /**
     * Looks at what is there; reads only what explains the rest. A path that does not exist, or a
     * file that cannot be read, is reported by {@link #read} and stops nothing.
     *
     * @param clock the instant written into dead letters
     */
    public static Workspace open(List<Path> paths, InstantSource clock) {
        return open(Listing.of(paths), new Patience(Duration.ZERO, clock), clock);
    }

    /**
     * @param patience how long a message that may be half written, or a transcript's sidecar, is
     *     waited for
     */
    static Workspace open(Listing listing, Patience patience, InstantSource clock) {
        return new Workspace(Discovery.of(listing, patience, clock));
    }

    /** Directory entries first, then by name. */
    List<Document> documents() {
        return found.documents();
    }

    /** Files left out, with the reason. */
    Map<String, String> skipped() {
        return found.skipped();
    }

    /**
     * Reads everything once: files left out, then directory entries, then the other files in the
     * order of their names.
     */
    public void read(Consumer<Read> consumer) throws IOException {
        skipped()
                .forEach(
                        (file, reason) ->
                                consumer.accept(
                                        new Read.Skipped(file, Offset.START, reason, true)));
        for (Document document : documents()) {
            try (Document.Cursor cursor = document.open(Offset.START)) {
                for (Read read = cursor.next(); read != null; read = cursor.next()) {
                    consumer.accept(read);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable archive : found.open()) {
            archive.close();
        }
    }
}
