package dev.followthrough.standalone.story;

import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every topic as an outside reader sees it: committed records, the newest of each key. Not
 * thread-safe.
 */
final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<String, SortedMap<String, String>> tables = new HashMap<>();
    private final Deployment deployment;

    TopicReader(ServiceConfig config) {
        deployment = config.deployment();
        Map<String, Object> properties = config.clientProperties("story-reader");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        for (Topic<?> topic : Topics.all()) {
            consumer.partitionsFor(deployment.name(topic))
                    .forEach(
                            info ->
                                    partitions.add(
                                            new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads what is committed by now. */
    void catchUp() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        SortedMap<String, String> table =
                tables.computeIfAbsent(record.topic(), ignored -> new TreeMap<>());
        if (record.value() == null) {
            table.remove(record.key());
        } else {
            table.put(record.key(), new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    /** Key → canonical JSON, as last caught up. */
    SortedMap<String, String> table(Topic<?> topic) {
        return tables.getOrDefault(deployment.name(topic), new TreeMap<>());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
