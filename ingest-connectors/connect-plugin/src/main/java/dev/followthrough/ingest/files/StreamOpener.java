package dev.followthrough.ingest.files;

import java.io.IOException;
import java.io.InputStream;

/** Opens the bytes of a file or of an archive's entry, each time from the beginning. */
@FunctionalInterface
interface StreamOpener {
    InputStream open() throws IOException;
}
