package dev.followthrough.ingest.receiver.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.Problem;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

class KafkaRecordsTest {
    private static final Action ACTION =
            new Action(
                    new ActionId("a~1"),
                    ActionKind.DONE,
                    new ConversationId("deal:d"),
                    null,
                    0,
                    null,
                    new Party("u", null, null, Side.OURS),
                    Instant.parse("2026-03-02T15:04:05Z"),
                    List.of(),
                    null,
                    null,
                    "api");

    private static MockProducer<String, byte[]> producer(boolean acknowledging) {
        return new MockProducer<>(
                acknowledging, new Placement(), new StringSerializer(), new ByteArraySerializer());
    }

    @Test
    void anActionStandsUnderItsKeyWithItsHeaders() {
        // Given
        MockProducer<String, byte[]> producer = producer(true);
        try (KafkaRecords actions = new KafkaRecords(producer, new Deployment("blue", 6))) {
            // When
            actions.store(List.of(Outgoing.action(ACTION)));

            // Then
            ProducerRecord<String, byte[]> record = producer.history().get(0);
            assertThat(producer.history()).hasSize(1);
            assertThat(record.topic()).isEqualTo("blue.ingest.action.v1");
            assertThat(record.key()).isEqualTo("deal:d~a%7E1");
            assertThat(Json.read(record.value(), Action.class)).isEqualTo(ACTION);
            assertThat(record.headers().lastHeader("ce_type").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("dev.followthrough.ingest.action.v1");
            assertThat(record.headers().lastHeader("ce_time").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("2026-03-02T15:04:05Z");
        }
    }

    @Test
    void aPermalinkIsAHeaderAndNoPartOfTheValue() {
        // Given
        MockProducer<String, byte[]> producer = producer(true);
        Outgoing action = Outgoing.action(ACTION);
        try (KafkaRecords records = new KafkaRecords(producer, new Deployment("", 6))) {
            // When
            records.store(
                    List.of(
                            action,
                            new Outgoing(
                                    action.topic(),
                                    action.key(),
                                    action.value(),
                                    action.time(),
                                    "https://x.example/1")));

            // Then
            assertThat(producer.history().get(0).headers().lastHeader("permalink")).isNull();
            assertThat(producer.history().get(1).headers().lastHeader("permalink").value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("https://x.example/1");
            assertThat(producer.history().get(1).value()).isEqualTo(action.value());
        }
    }

    @Test
    void theAnswerWaitsForTheAcknowledgement() {
        // Given
        MockProducer<String, byte[]> producer = producer(false);
        try (KafkaRecords actions = new KafkaRecords(producer, new Deployment("", 6))) {
            CompletableFuture<Void> answer =
                    CompletableFuture.runAsync(
                            () -> actions.store(List.of(Outgoing.action(ACTION))));
            await().until(() -> producer.history().size() == 1);
            assertThat(answer).isNotDone();

            // When
            producer.completeNext();

            // Then
            assertThat(answer).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void aRefusalOfTheBrokersIs503() {
        // Given
        MockProducer<String, byte[]> producer = producer(false);
        try (KafkaRecords actions = new KafkaRecords(producer, new Deployment("", 6))) {
            CompletableFuture<Void> answer =
                    CompletableFuture.runAsync(
                            () -> actions.store(List.of(Outgoing.action(ACTION))));
            await().until(() -> producer.history().size() == 1);

            // When
            producer.errorNext(new NotEnoughReplicasException("2 of 3"));

            // Then
            assertThat(answer)
                    .failsWithin(Duration.ofSeconds(5))
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(Problem.class)
                    .withMessageContaining("send it again as it is");
        }
    }

    @Test
    void aClusterThatIsAwayIs503WithinThreeSeconds() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(new ConfigDef(), Map.of("bootstrap.servers", "127.0.0.1:1"));
        try (KafkaRecords actions = KafkaRecords.connect(config)) {
            // When
            long start = System.nanoTime();
            Problem problem =
                    catchThrowableOfType(
                            Problem.class, () -> actions.store(List.of(Outgoing.action(ACTION))));

            // Then
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.response().headers()).containsEntry("Retry-After", "5");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("Slack waits three seconds; the machine may be busy")
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void onceClosedItAnswers503() {
        // Given
        KafkaRecords actions = new KafkaRecords(producer(true), new Deployment("", 6));

        // When
        actions.close();

        // Then
        assertThatThrownBy(() -> actions.store(List.of(Outgoing.action(ACTION))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("send it again");
    }
}
