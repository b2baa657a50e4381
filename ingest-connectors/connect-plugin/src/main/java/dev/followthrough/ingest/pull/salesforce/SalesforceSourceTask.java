package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.PullTask;

/** Reads some kinds of rows of a Salesforce org. */
public final class SalesforceSourceTask extends PullTask {
    /** For the worker. */
    public SalesforceSourceTask() {
        super(new SalesforceSource());
    }
}
