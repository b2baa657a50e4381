package dev.followthrough.benchmarks;

import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a topic's committed records as they come and notes when each of the named promises is seen
 * for the first time. Owns one thread.
 */
final class Watch implements AutoCloseable {
    /** What {@link Load#promise} writes into the text. */
    private static final Pattern NAME = Pattern.compile("order form ([a-z]+-[0-9]+) by Friday");

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicLong records = new AtomicLong();
    private final Thread thread;
    private volatile boolean open = true;

    Watch(ServiceConfig config, String topic) {
        Map<String, Object> properties = config.clientProperties("bench-watch-" + topic);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("watch-" + topic).start(this::run);
    }

    private void run() {
        while (open) {
            consumer.poll(Duration.ofMillis(50))
                    .forEach(
                            record -> {
                                records.incrementAndGet();
                                if (record.value() != null) {
                                    note(new String(record.value(), StandardCharsets.UTF_8));
                                }
                            });
        }
        consumer.close();
    }

    private void note(String json) {
        long now = System.nanoTime();
        Matcher matcher = NAME.matcher(json);
        while (matcher.find()) {
            seen.putIfAbsent(matcher.group(1), now);
        }
    }

    /** {@link System#nanoTime} at which it was seen, or null. */
    @org.jspecify.annotations.Nullable
    Long seen(String name) {
        return seen.get(name);
    }

    long records() {
        return records.get();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
