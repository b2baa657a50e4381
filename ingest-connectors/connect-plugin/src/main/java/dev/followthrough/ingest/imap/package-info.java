/**
 * Follows a mailbox over IMAP: new mail of some folders becomes the same signals that files of the
 * same mail become. {@link dev.followthrough.ingest.imap.FolderReader} decides what is read next,
 * behind the port {@link dev.followthrough.ingest.imap.MailServer}.
 */
@NullMarked
package dev.followthrough.ingest.imap;

import org.jspecify.annotations.NullMarked;
