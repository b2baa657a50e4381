/** Tests of the mailbox connector, against a server in memory and against GreenMail. */
@NullMarked
package dev.followthrough.ingest.imap;

import org.jspecify.annotations.NullMarked;
