package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.PullTask;

/** Reads some kinds of rows of a Salesforce org. */
public final class SalesforceTask extends PullTask {
    /** For the worker. */
    public SalesforceTask() {
        super(new SalesforceSource());
    }
}
