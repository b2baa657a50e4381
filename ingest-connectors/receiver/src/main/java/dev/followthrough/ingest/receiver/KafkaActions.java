package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.Problem;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes actions to {@code ingest.action.v1}, acknowledged by all replicas. Safe to share between
 * threads.
 */
final class KafkaActions implements ActionSink, AutoCloseable {
    /** Slack waits three seconds for an answer, then sends again. */
    private static final int WITHIN_MS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaActions.class);

    private final Producer<String, byte[]> producer;
    private final String topic;

    /** Any producer of this topic, for tests. */
    KafkaActions(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** Connects in the background; a cluster that is away is noticed by the first action. */
    static KafkaActions connect(ServiceConfig config) {
        Map<String, Object> properties = config.clientProperties("receiver");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, Placement.class);
        return new KafkaActions(
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()),
                config.deployment().name(Topics.ACTION));
    }

    @Override
    public void store(Action action) {
        String key = Keys.action(action).toString();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, Json.bytes(action));
        CloudEvents.stamp(record.headers(), key, "receiver", Topics.ACTION, action.at());
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WITHIN_MS);
        try {
            // Waits for the cluster's metadata first, then for the acknowledgement: together no
            // longer than that.
            producer.send(record).get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
            // A producer that was closed says so by an IllegalStateException.
            throw notStored(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored(e);
        }
    }

    private static Problem notStored(Exception cause) {
        LOG.atWarn()
                .addKeyValue(
                        "cause",
                        String.valueOf(cause.getCause() == null ? cause : cause.getCause()))
                .log("action not stored");
        return Problem.unavailable(
                "the action could not be stored in time; send it again with the same id", 5);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(3));
    }
}
