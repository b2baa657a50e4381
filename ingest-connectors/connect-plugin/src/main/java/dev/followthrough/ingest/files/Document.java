package dev.followthrough.ingest.files;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;

/**
 * A file, or an entry of an archive, that can be read from its beginning or from where it was left.
 */
interface Document {
    /** Absolute; an entry of an archive stands behind {@code !/}. Names the source partition. */
    String file();

    /** Whether it holds directory entries, which are read before anything is said. */
    boolean directory();

    /** Changes whenever the content may have changed. */
    String stamp();

    /** Whether something that explains it may still come: it is not opened yet. */
    default boolean isWaiting() {
        return false;
    }

    /** Starts reading; what cannot be read is a dead letter of the cursor, never thrown. */
    Cursor open(Offset from);

    /** Hands out what a document holds, one by one. Not for several threads. */
    interface Cursor extends Closeable {
        /** The next thing, or null behind the last one. */
        @Nullable Read next();

        /** Whether everything of the last object has been handed out: a place to stop at. */
        boolean atItemEnd();

        /** Whether something was left unread because its writer may not be done with it. */
        default boolean waiting() {
            return false;
        }

        @Override
        void close() throws IOException;
    }
}
