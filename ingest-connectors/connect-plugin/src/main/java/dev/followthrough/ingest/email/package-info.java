/**
 * Mail, without Kafka: containers ({@link dev.followthrough.ingest.email.MboxReader mbox}, {@link
 * dev.followthrough.ingest.email.Maildir Maildir}, single files) give the bytes of one message, the
 * {@link dev.followthrough.ingest.email.MailReader} makes a signal of them or says why not, and the
 * {@link dev.followthrough.ingest.email.ReplyCutter} keeps only what the author newly wrote. Bytes
 * come from strangers: nothing here throws on bad input, and every input is bounded before it is
 * parsed.
 */
@NullMarked
package dev.followthrough.ingest.email;

import org.jspecify.annotations.NullMarked;
