package dev.followthrough.standalone.story;

import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A compacted topic as every outside reader sees it: committed records, the newest of each key. */
final class TopicTable {
    private TopicTable() {}

    /** Key → canonical JSON, all that is committed now. */
    static SortedMap<String, String> read(ServiceConfig config, Topic<?> topic) {
        return read(config.clientProperties("story-reader"), config.deployment(), topic);
    }

    static SortedMap<String, String> read(
            Map<String, Object> client, Deployment deployment, Topic<?> topic) {
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        SortedMap<String, String> table = new TreeMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        client, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(deployment.name(topic)).stream()
                            .map(TopicTable::partition)
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> put(table, record.key(), record.value()));
            }
        }
        return table;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static void put(
            SortedMap<String, String> table,
            String key,
            byte @org.jspecify.annotations.Nullable [] value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, new String(value, StandardCharsets.UTF_8));
        }
    }
}
