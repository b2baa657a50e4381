package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads a HubSpot account. Settings: {@link HubSpotSourceConfig}. */
public final class HubSpotSourceConnector extends PullConnector {
    /** For the worker. */
    public HubSpotSourceConnector() {
        super(new HubSpotSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return HubSpotSourceTask.class;
    }
}
