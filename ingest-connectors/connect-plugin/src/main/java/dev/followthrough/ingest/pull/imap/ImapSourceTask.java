package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.PullTask;

/** Reads its share of a mailbox's folders. */
public final class ImapSourceTask extends PullTask {
    /** For the worker. */
    public ImapSourceTask() {
        super(new ImapSource());
    }
}
