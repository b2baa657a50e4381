package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.PullConnector;

import org.apache.kafka.connect.connector.Task;

/** Reads a Salesforce org. Settings: {@link SalesforceSourceConfig}. */
public final class SalesforceSourceConnector extends PullConnector {
    /** For the worker. */
    public SalesforceSourceConnector() {
        super(new SalesforceSource());
    }

    @Override
    public Class<? extends Task> taskClass() {
        return SalesforceSourceTask.class;
    }
}
