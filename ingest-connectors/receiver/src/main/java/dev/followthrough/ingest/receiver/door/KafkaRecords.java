package dev.followthrough.ingest.receiver.door;

import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.Problem;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Writes to the topics of ingest, acknowledged by all replicas. Safe to share between threads: what
 * many callers send at a time goes to the brokers together.
 */
public final class KafkaRecords implements RecordSink, AutoCloseable {
    /** Slack and Zoom wait three seconds for an answer, then send again. */
    private static final int WITHIN_MS = 2_500;

    /** As connectors write them, so that a record's bytes tell where it came from to nobody. */
    private static final String MODULE = "ingest-connectors";

    private static final String PERMALINK = "permalink";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaRecords.class);

    private final Producer<String, byte[]> producer;
    private final Deployment deployment;

    /** Any producer, for tests. */
    public KafkaRecords(Producer<String, byte[]> producer, Deployment deployment) {
        this.producer = producer;
        this.deployment = deployment;
    }

    /** Connects in the background; a cluster that is away is noticed by the first record. */
    public static KafkaRecords connect(ServiceConfig config) {
        Map<String, Object> properties = config.clientProperties("receiver");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WITHIN_MS);
        properties.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, Placement.class);
        return new KafkaRecords(
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()),
                config.deployment());
    }

    @Override
    public void store(List<Outgoing> records) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WITHIN_MS);
        try {
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            for (Outgoing record : records) {
                sent.add(producer.send(record(record)));
                if (System.nanoTime() > end) {
                    // Each waits for the cluster's metadata anew: together no longer than that.
                    throw new TimeoutException("no metadata");
                }
            }
            for (Future<RecordMetadata> one : sent) {
                one.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException | IllegalStateException e) {
            // A producer that was closed says so by an IllegalStateException.
            throw notStored(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notStored(e);
        }
    }

    private ProducerRecord<String, byte[]> record(Outgoing outgoing) {
        String key = outgoing.key().toString();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(deployment.name(outgoing.topic()), key, outgoing.value());
        CloudEvents.stamp(record.headers(), key, MODULE, outgoing.topic(), outgoing.time());
        String permalink = outgoing.permalink();
        if (permalink != null) {
            record.headers().add(PERMALINK, permalink.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    private static Problem notStored(Exception cause) {
        LOG.atWarn()
                .addKeyValue(
                        "cause",
                        String.valueOf(cause.getCause() == null ? cause : cause.getCause()))
                .log("not stored");
        return Problem.unavailable(
                "it could not be stored in time; send it again as it is: it counts once", 5);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(3));
    }
}
