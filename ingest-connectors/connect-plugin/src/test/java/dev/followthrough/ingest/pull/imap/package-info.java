/** Tests of the mailbox connector, against a server in memory and against GreenMail. */
@NullMarked
package dev.followthrough.ingest.pull.imap;

import org.jspecify.annotations.NullMarked;
