package dev.followthrough.ingest.worker;

import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The signals that a reader sees who waits for commits, and how often each. */
public final class Published implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final Map<String, Integer> keys = new TreeMap<>();
    private int duplicates;

    public Published(String broker) {
        consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer());
        List<TopicPartition> all =
                Topics.signals().stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                        .map(found -> new TopicPartition(found.topic(), found.partition()))
                        .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** Reads for some time. */
    public void read(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (end - System.nanoTime() > 0) {
            consumer.poll(Duration.ofMillis(100))
                    .forEach(
                            record -> {
                                if (keys.merge(record.key(), 1, Integer::sum) > 1) {
                                    duplicates++;
                                }
                            });
        }
    }

    /** Different ones. */
    public int count() {
        return keys.size();
    }

    public int duplicates() {
        return duplicates;
    }

    Map<String, Integer> keys() {
        return keys;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
