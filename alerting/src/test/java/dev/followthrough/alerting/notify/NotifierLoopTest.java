package dev.followthrough.alerting.notify;

import static dev.followthrough.alerting.notify.World.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.Message;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The loop around the notifier, on Kafka's own client doubles. */
final class NotifierLoopTest {
    private static final TopicPartition MESSAGES = new TopicPartition("messages", 0);
    private static final TopicPartition DELIVERIES = new TopicPartition("deliveries", 0);
    private static final Message WANTED = message("overdue:a~1", 1, true);

    private final World world = new World();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final NotifierLoop loop =
            new NotifierLoop(
                    consumer,
                    "messages",
                    "deliveries",
                    new Notifier(
                            "test",
                            destination -> world.slackOutlet(),
                            new KafkaDeliveries(producer, "deliveries"),
                            () -> world.now,
                            world.metrics),
                    () -> world.now);

    @AfterEach
    void close() {
        world.close();
    }

    private void assigned(long messages, long deliveries) {
        loop.subscribe();
        consumer.updateBeginningOffsets(Map.of(MESSAGES, 0L, DELIVERIES, 0L));
        consumer.updateEndOffsets(Map.of(MESSAGES, messages, DELIVERIES, deliveries));
        consumer.rebalance(List.of(MESSAGES, DELIVERIES));
    }

    private void add(TopicPartition at, long offset, Object value) {
        consumer.addRecord(
                new ConsumerRecord<>(at.topic(), 0, offset, World.key(WANTED), Json.bytes(value)));
    }

    @Test
    void aWantedMessageIsIntendedPostedAndWrittenDown() {
        // Given
        assigned(1, 0);
        add(MESSAGES, 0, WANTED);

        // When
        loop.turn();

        // Then
        assertThat(world.slack.messages()).hasSize(1);
        assertThat(producer.history())
                .extracting(record -> Json.read(record.value(), Delivery.class).posted())
                .containsExactly(null, world.slack.messages().get(0).ts());
        assertThat(producer.history())
                .allSatisfy(
                        record -> {
                            assertThat(record.key()).isEqualTo(World.key(WANTED));
                            assertThat(
                                            new String(
                                                    record.headers().lastHeader("ce_type").value(),
                                                    StandardCharsets.UTF_8))
                                    .isEqualTo("dev.followthrough.alerting.delivery.v1");
                        });
    }

    @Test
    void nothingIsSentBeforeBothTopicsWereReadToTheirEnds() {
        // Given
        assigned(1, 1);
        add(MESSAGES, 0, WANTED);

        // When
        loop.turn();

        // Then
        assertThat(loop.isCaughtUp()).isFalse();
        assertThat(world.slack.calls).isEmpty();
    }

    @Test
    void whatStandsAlreadyIsNotSentAgain() {
        // Given
        world.want(WANTED);
        world.live(Pulse.NONE);
        assigned(1, 2);
        add(DELIVERIES, 0, world.log.get(0));
        add(DELIVERIES, 1, world.log.get(1));
        add(MESSAGES, 0, WANTED);

        // When
        loop.turn();

        // Then
        assertThat(loop.isCaughtUp()).isTrue();
        assertThat(world.slack.count("chat.postMessage")).isEqualTo(1);
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aRecordThatCannotBeReadStopsNothing() {
        // Given
        assigned(2, 0);
        consumer.addRecord(new ConsumerRecord<>("messages", 0, 0, "k", new byte[] {'{'}));
        add(MESSAGES, 1, WANTED);

        // When
        loop.turn();

        // Then
        assertThat(world.slack.messages()).hasSize(1);
    }
}
