package dev.followthrough.ingest.pull.salesforce;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** Settings of the change events, which are a part of the connector's. */
final class PubSubConfig {
    static final String ON = "salesforce.pubsub";
    static final String ADDRESS = "salesforce.pubsub.address";
    static final String GLOBAL_ADDRESS = "api.pubsub.salesforce.com:7443";

    private PubSubConfig() {}

    static ConfigDef define(ConfigDef def) {
        return def.define(
                        ON,
                        Type.BOOLEAN,
                        false,
                        Importance.MEDIUM,
                        "Whether an object is looked at as soon as Salesforce's Pub/Sub API tells of a change, and not only every poll.interval.ms. "
                                + "Wants Change Data Capture for each object.")
                .define(
                        ADDRESS,
                        Type.STRING,
                        GLOBAL_ADDRESS,
                        PubSubAddress.FORM,
                        Importance.LOW,
                        "Where the Pub/Sub API is: host and port. Another for an org whose data stays in a region; by TLS, except to this machine.");
    }
}
