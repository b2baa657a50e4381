package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.PullTask;

/** Reads the recordings of some users of a Zoom account. */
public final class ZoomSourceTask extends PullTask {
    /** For the worker. */
    public ZoomSourceTask() {
        super(new ZoomSource());
    }
}
