package dev.followthrough.contracts.topic;

import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The one partitioner: the part of a key before the first {@code ~} alone decides. Set it as a
 * producer's {@code partitioner.class}; connectors and queries call {@link #partition}. The hash is
 * Kafka's murmur2 over the encoded place. Thread-safe.
 */
public final class Placement implements Partitioner {
    /** The partition of an encoded key among {@code partitions}. */
    public static int partition(String encodedKey, int partitions) {
        return Utils.toPositive(
                        Utils.murmur2(
                                Key.encodedPlace(encodedKey).getBytes(StandardCharsets.UTF_8)))
                % partitions;
    }

    public static int partition(Key key, int partitions) {
        return partition(key.toString(), partitions);
    }

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException("record for topic " + topic + " must have a key");
        }
        return partition(
                new String(keyBytes, StandardCharsets.UTF_8),
                cluster.partitionCountForTopic(topic));
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
