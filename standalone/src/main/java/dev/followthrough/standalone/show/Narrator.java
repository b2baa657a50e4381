package dev.followthrough.standalone.show;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Reads the topics from where they are now on, committed records only, and tells them to a {@link
 * Story}. Owns one thread.
 */
public final class Narrator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Story story;
    private final Map<String, BiConsumer<String, byte @Nullable []>> readers = new HashMap<>();
    private final Thread thread;

    private Narrator(ServiceConfig config, Story story) {
        this.story = story;
        Map<String, Object> properties = config.clientProperties("narrator");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new StringDeserializer(), new ByteArrayDeserializer());
        listenTo(config.deployment());
        this.thread = Thread.ofPlatform().daemon().name("narrator").unstarted(this::run);
    }

    /** Begins at the end of the topics: what was told before a restart is not told again. */
    public static Narrator start(ServiceConfig config, Story story) {
        Narrator narrator = new Narrator(config, story);
        narrator.seekToEnd();
        narrator.thread.start();
        return narrator;
    }

    private void listenTo(Deployment deployment) {
        for (Source source : Source.values()) {
            readers.put(
                    deployment.name(Topics.signal(source)), (key, value) -> story.signal(source));
        }
        readers.put(
                deployment.name(Topics.COMMITMENT),
                (key, value) ->
                        story.commitment(
                                key, value == null ? null : Json.read(value, Commitment.class)));
        readers.put(
                deployment.name(Topics.ESCALATION),
                (key, value) -> {
                    if (value != null) {
                        story.escalation(Json.read(value, Escalation.class));
                    }
                });
        for (String owner : List.of("ingest", "extract", "commitments", "alerting")) {
            readers.put(
                    deployment.name(Topics.deadLetter(owner)),
                    (key, value) -> {
                        if (value != null) {
                            story.deadLetter(Json.read(value, DeadLetter.class));
                        }
                    });
        }
    }

    private void seekToEnd() {
        List<TopicPartition> partitions = new ArrayList<>();
        readers.keySet()
                .forEach(
                        topic ->
                                consumer.partitionsFor(topic)
                                        .forEach(
                                                info ->
                                                        partitions.add(
                                                                new TopicPartition(
                                                                        topic, info.partition()))));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: asking for the positions makes it happen before anything is written.
        partitions.forEach(consumer::position);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(PATIENCE).forEach(this::tell);
                story.pause(System.nanoTime());
            }
        } catch (WakeupException e) {
            LOG.debug("narrator told to stop");
        } finally {
            consumer.close(
                    org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        try {
            Objects.requireNonNull(readers.get(record.topic()))
                    .accept(record.key(), record.value());
        } catch (Rejected e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("reason", e.reason())
                    .log("record cannot be shown");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        story.end();
    }
}
