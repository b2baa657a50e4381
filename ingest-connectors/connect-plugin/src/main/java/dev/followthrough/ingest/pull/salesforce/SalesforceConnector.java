package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads a Salesforce org. Settings: {@link SalesforceConfig}. */
public final class SalesforceConnector extends PullConnector {
    /** For the worker. */
    public SalesforceConnector() {
        super(new SalesforceSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return SalesforceTask.class;
    }
}
