package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;

/**
 * A file, as a folder shows it.
 *
 * @param readable whether we may read it: a file whose rights change has changed
 */
record Found(Path path, long size, Instant modified, boolean readable) {
    static Found of(Path path, BasicFileAttributes attributes) {
        return new Found(
                path,
                attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                Files.isReadable(path));
    }

    /** A file that lies beside a listed one; null where it cannot be looked at. */
    static @Nullable Found at(Path path) {
        try {
            return of(path, Files.readAttributes(path, BasicFileAttributes.class));
        } catch (IOException e) {
            return null;
        }
    }

    /** Absolute; names the source partition. */
    String file() {
        return path.toString();
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The name's part behind the last dot, lower case; empty for none. */
    String extension() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    /** Changes whenever the content may have changed. */
    String stamp() {
        return size + "@" + modified + (readable ? "" : " unreadable");
    }

    InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }
}
