/**
 * Follows a mailbox over IMAP: new mail of some folders becomes the same signals that files of the
 * same mail become. {@link dev.followthrough.ingest.pull.imap.FolderReader} decides what is read
 * next, behind the port {@link dev.followthrough.ingest.pull.imap.MailServer}.
 */
@NullMarked
package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.NullMarked;
