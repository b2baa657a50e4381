package dev.followthrough.ingest.pull.slack;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/**
 * Reads the channels of a Slack workspace into {@code ingest.signal.slack.v1} and {@code
 * ingest.directory.v1}, from their beginning and as people talk.
 */
public final class SlackSourceConnector extends PullConnector {
    /** For the worker. */
    public SlackSourceConnector() {
        super(new SlackSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return SlackSourceTask.class;
    }
}
