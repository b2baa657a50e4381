package dev.followthrough.ingest.connect;

import dev.followthrough.contracts.topic.Deployment;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The settings that every source connector has: how topics are named and divided. */
public final class DeploymentConfig {
    public static final String MAX_RECORD = "max.record.bytes";
    public static final String PREFIX = "topic.prefix";
    public static final String PARTITIONS = "topic.partitions";

    private DeploymentConfig() {}

    /** Adds them. */
    public static ConfigDef define(ConfigDef def) {
        return def.define(
                        MAX_RECORD,
                        Type.INT,
                        1_000_000,
                        ConfigDef.Range.between(10_000, 100_000_000),
                        Importance.LOW,
                        "Largest value in bytes; what is larger becomes a dead letter. Keep it below the producer's max.request.size "
                                + "and the topics' max.message.bytes.")
                .define(
                        PREFIX,
                        Type.STRING,
                        "",
                        new Matching("[a-z0-9-]{0,40}"),
                        Importance.MEDIUM,
                        "The deployment's prefix, which stands with a dot before every topic; empty for none.")
                .define(
                        PARTITIONS,
                        Type.INT,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.Range.between(1, 1000),
                        Importance.HIGH,
                        "Partitions of every topic, as the deployment declares them; fixed for its life.");
    }

    public static Deployment deployment(AbstractConfig config) {
        return new Deployment(config.getString(PREFIX), config.getInt(PARTITIONS));
    }

    public static int maxRecordBytes(AbstractConfig config) {
        return config.getInt(MAX_RECORD);
    }
}
