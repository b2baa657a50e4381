package dev.followthrough.ingest.email;

/**
 * One entry of a mail container, as bytes, with its place. Bytes are not copied: treat them as
 * read-only.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared or put into a set
public sealed interface RawMail {
    /** Offset of the first byte of the entry in its file; resume here to read it again. */
    long start();

    /** Offset behind the entry; resume here to read the next one. */
    long end();

    /**
     * Whether a later entry follows. The last entry of a growing file is open: its writer may not
     * be done, so keep {@link #start()} as the offset, wait until the file has settled, and read
     * again.
     */
    boolean closed();

    /** The bytes that there are: all of a whole message, the first part of what is not one. */
    byte[] bytes();

    /** One message, RFC 5322, with {@code >From } unquoted. */
    record Whole(long start, long end, boolean closed, byte[] bytes) implements RawMail {}

    /** A message above the limit: only its beginning was kept. A dead letter. */
    record TooLarge(long start, long end, boolean closed, byte[] bytes) implements RawMail {
        public static final String REASON = "mail-too-large";

        public long size() {
            return end - start;
        }
    }

    /**
     * Bytes before the first separator line, or at an offset where no message starts. A dead
     * letter.
     */
    record Stray(long start, long end, boolean closed, byte[] bytes) implements RawMail {
        public static final String REASON = "not-mbox";
    }
}
