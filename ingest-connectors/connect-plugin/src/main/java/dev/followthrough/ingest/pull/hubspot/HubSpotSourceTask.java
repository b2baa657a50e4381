package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.PullTask;

/** Reads some kinds of objects of a HubSpot account. */
public final class HubSpotSourceTask extends PullTask {
    /** For the worker. */
    public HubSpotSourceTask() {
        super(new HubSpotSource());
    }
}
