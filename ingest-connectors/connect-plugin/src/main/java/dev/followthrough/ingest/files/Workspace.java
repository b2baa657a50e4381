package dev.followthrough.ingest.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
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
    /**
     * Looks at what is there; reads only what explains the rest. A path that does not exist, or a
     * file that cannot be read, is reported by {@link #read} and stops nothing.
     *
     * @param clock the instant written into dead letters
     */
    public static Workspace open(List<Path> paths, InstantSource clock) {
        return new Workspace();
    }

    /** Reads everything once, directory entries first, then files in the order of their names. */
    public void read(Consumer<Read> consumer) {}

    @Override
    public void close() throws IOException {}
}
