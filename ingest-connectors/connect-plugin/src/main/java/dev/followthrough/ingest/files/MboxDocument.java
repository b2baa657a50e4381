package dev.followthrough.ingest.files;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A mailbox in one file, which may be of any size and grow. Its offset is a byte.
 *
 * @param modified the file's time, for messages without a date
 * @param patience how long a last message without the blank line that ends it is waited for
 */
record MboxDocument(
        Path path,
        String file,
        String stamp,
        Instant modified,
        Patience patience,
        InstantSource clock)
        implements Document {
    @Override
    public boolean directory() {
        return false;
    }

    @Override
    public Cursor open(Offset from) {
        return new MboxCursor(this, from);
    }

    boolean isLeftAlone() {
        return patience.isOver(modified);
    }
}
