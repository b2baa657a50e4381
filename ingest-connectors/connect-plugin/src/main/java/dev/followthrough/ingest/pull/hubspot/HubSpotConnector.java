package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads a HubSpot account. Settings: {@link HubSpotConfig}. */
public final class HubSpotConnector extends PullConnector {
    /** For the worker. */
    public HubSpotConnector() {
        super(new HubSpotSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return HubSpotTask.class;
    }
}
