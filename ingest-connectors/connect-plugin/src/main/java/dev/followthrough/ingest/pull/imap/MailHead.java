package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is asked of a message before its bytes.
 *
 * @param size in bytes, as the server says; some only estimate it
 * @param received when it came into the folder; null where the server does not say
 * @param draft whether it was not sent yet: nobody has said it
 */
record MailHead(long uid, long size, @Nullable Instant received, boolean draft) {}
