package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads the calls of a Gong company. Settings: {@link GongSourceConfig}. */
public final class GongSourceConnector extends PullConnector {
    /** For the worker. */
    public GongSourceConnector() {
        super(new GongSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return GongSourceTask.class;
    }
}
