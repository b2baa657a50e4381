package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One message of a folder that was read.
 *
 * @param from the offset in front of it: reading from there hands it out again
 * @param to the offset behind it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared or put into a set
record ReadMail(
        String folder,
        long uid,
        long size,
        @Nullable Instant received,
        FolderOffset from,
        FolderOffset to,
        Content content) {

    /** What the server gave of the message. */
    sealed interface Content {}

    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] bytes) implements Content {}

    /** More than is parsed: its beginning. */
    @SuppressWarnings("ArrayRecordComponent")
    record TooLarge(byte[] beginning) implements Content {}

    /** The server lists it and does not hand it out, however often it is asked. */
    record NotServed(String why) implements Content {}
}
