package dev.followthrough.ingest.email;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes signals of the bytes of one RFC 5322 message. A pure function: thread-safe, never throws on
 * bad bytes.
 */
public final class MailReader {
    /** Largest message parsed. */
    public static final int MAX_BYTES = 25 * 1024 * 1024;

    /**
     * @param message the bytes of the message
     * @param fallback when it was said where the message has no usable date (a file's time, say);
     *     null where nothing is known: such a message is rejected
     */
    public MailReading read(byte[] message, @Nullable Instant fallback) {
        return new MailReading.Rejected("not-written-yet", "being written: " + message.length + fallback);
    }
}
