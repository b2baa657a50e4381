package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads a Zoom account. Settings: {@link ZoomSourceConfig}. */
public final class ZoomSourceConnector extends PullConnector {
    /** For the worker. */
    public ZoomSourceConnector() {
        super(new ZoomSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ZoomSourceTask.class;
    }
}
