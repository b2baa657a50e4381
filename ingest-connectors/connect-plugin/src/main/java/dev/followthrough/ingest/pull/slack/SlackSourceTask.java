package dev.followthrough.ingest.pull.slack;

import dev.followthrough.ingest.pull.PullTask;

/** A task of {@link SlackSourceConnector}. */
public final class SlackSourceTask extends PullTask {
    /** For the worker. */
    public SlackSourceTask() {
        super(new SlackSource());
    }
}
