package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/**
 * Follows folders of a mailbox into {@code ingest.signal.email.v1}, as the file connector reads the
 * same mail from files: under the same keys.
 */
public final class ImapSourceConnector extends PullConnector {
    /** For the worker. */
    public ImapSourceConnector() {
        super(new ImapSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ImapSourceTask.class;
    }
}
