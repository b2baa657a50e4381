package dev.followthrough.service.streams;

import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

import java.util.Properties;

/**
 * The settings of every Streams application here, in one place; a test's TopologyTestDriver takes
 * the same.
 */
public final class StreamsSettings {
    private StreamsSettings() {}

    /** What KafkaStreams or a TopologyTestDriver is given. */
    public static Properties properties(
            ServiceConfig config, StreamsApplication application, MeterRegistry metrics) {
        Properties p = new Properties();
        p.putAll(config.clientProperties(application.name()));
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.deployment().name(application.name()));
        p.put(StreamsConfig.STATE_DIR_CONFIG, config.text(CommonSettings.STATE_DIR));
        p.put(
                StreamsConfig.APPLICATION_SERVER_CONFIG,
                config.text(CommonSettings.APPLICATION_SERVER));
        p.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                config.number(CommonSettings.STREAMS_THREADS));
        p.put(
                StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                config.number(CommonSettings.STREAMS_STANDBY));
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG,
                config.number(CommonSettings.TOPICS_REPLICATION));
        // As the topics of the contracts: see Topic.config().
        p.put(StreamsConfig.topicPrefix("message.timestamp.type"), "LogAppendTime");
        clients(p, config);
        handlers(p, config, application, metrics);
        memory(p, config);
        return p;
    }

    /**
     * The topology, built under the same checks as at run time: a step or store without a name
     * fails here.
     */
    public static Topology topology(Properties properties, StreamsApplication application) {
        StreamsBuilder builder =
                new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        application.wire().accept(builder);
        return builder.build(properties);
    }

    private static void clients(Properties p, ServiceConfig config) {
        p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        p.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                20 * 1024 * 1024);
        // The one partitioner, for sinks and repartitions alike; changelogs name their partition
        // themselves.
        p.put(
                StreamsConfig.producerPrefix(ProducerConfig.PARTITIONER_CLASS_CONFIG),
                Placement.class);
        p.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest");
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 15_000);
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        String instance = config.textOrNull(CommonSettings.STREAMS_INSTANCE);
        if (instance != null) {
            p.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        }
    }

    @SuppressWarnings(
            "deprecation") // The switch goes with Kafka 5, where what it switches on is the
    // default.
    private static void handlers(
            Properties p,
            ServiceConfig config,
            StreamsApplication application,
            MeterRegistry metrics) {
        p.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetters.Unreadable.class);
        p.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetters.Unprocessable.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        p.put(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                DeadLetters.Unwritable.class);
        p.put(DeadLetters.TOPIC, config.deployment().name(Topics.deadLetter(application.owner())));
        p.put(DeadLetters.METRICS, metrics);
        p.put(DeadLetters.OWNER, application.owner());
    }

    private static void memory(Properties p, ServiceConfig config) {
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        p.put(BoundedRocks.MEMORY_BYTES, config.longNumber(CommonSettings.ROCKSDB_MEMORY_BYTES));
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 4L * 1024 * 1024);
    }
}
