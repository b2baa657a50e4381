package dev.followthrough.alerting.notify;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes deliveries to {@code alerting.delivery.v1}, acknowledged by all replicas. */
public final class KafkaDeliveries implements Deliveries {
    private static final int WITHIN_SECONDS = 40;

    private final Producer<String, byte[]> producer;
    private final String topic;

    /**
     * @param producer with {@code acks=all} and the one partitioner; closed by its owner
     * @param topic as this deployment names it
     */
    public KafkaDeliveries(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    @Override
    public long write(Delivery delivery) {
        String key = Keys.message(delivery.destination(), delivery.escalation()).toString();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, Json.bytes(delivery));
        CloudEvents.stamp(record.headers(), key, "alerting", Topics.DELIVERY, delivery.at());
        try {
            return producer.send(record).get(WITHIN_SECONDS, TimeUnit.SECONDS).offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("delivery not written", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
