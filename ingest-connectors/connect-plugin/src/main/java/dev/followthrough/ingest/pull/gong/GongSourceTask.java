package dev.followthrough.ingest.pull.gong;

import dev.followthrough.ingest.pull.PullTask;

/** Reads the calls of some workspaces of a Gong company. */
public final class GongSourceTask extends PullTask {
    /** For the worker. */
    public GongSourceTask() {
        super(new GongSource());
    }
}
