package dev.followthrough.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.Delivery;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.Source;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TopicTest {
    private static final Delivery DELIVERY =
            new Delivery(
                    "slack:C1",
                    new EscalationId("e1"),
                    "t1",
                    null,
                    null,
                    0,
                    null,
                    Instant.parse("2026-03-02T15:04:05Z"));

    @Test
    void everyNameIsOwnerRecordSourceAndMajorVersion() {
        // Then
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z-]+\\.[a-z-]+(\\.[a-z-]+)?\\.v[1-9]\\d*"));
        assertThat(Topics.all())
                .extracting(Topic::owner)
                .containsOnly("ingest", "extract", "commitments", "alerting");
    }

    @Test
    void everySourceHasATopicOfItsOwn() {
        // Then
        assertThat(Topics.signals()).hasSize(Source.values().length);
        assertThat(Topics.signal(Source.EMAIL).name()).isEqualTo("ingest.signal.email.v1");
    }

    @Test
    void aCompactedTopicKeepsTheNewestValueAndErasesWithinAStatedTime() {
        // Then
        assertThat(Topics.COMMITMENT.config())
                .containsExactly(
                        entry("cleanup.policy", "compact"),
                        entry("delete.retention.ms", "2592000000"),
                        entry("max.compaction.lag.ms", "604800000"),
                        entry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void eventsAndDeadLettersExpire() {
        // Then
        assertThat(Topics.deadLetter("extract").config())
                .containsExactly(
                        entry("cleanup.policy", "delete"),
                        entry("message.timestamp.type", "LogAppendTime"),
                        entry("retention.ms", "2592000000"));
        assertThat(Topics.EVENT.config()).containsEntry("retention.ms", "94608000000");
    }

    @Test
    void aTombstoneStaysNullBothWays() {
        try (Serde<Delivery> values = Topics.DELIVERY.values()) {
            // Then
            assertThat(values.serializer().serialize("t", null)).isNull();
            assertThat(values.deserializer().deserialize("t", null)).isNull();
        }
    }

    @Test
    void aValueComesBackAndAnUnreadableOneSaysWhy() {
        try (Serde<Delivery> values = Topics.DELIVERY.values()) {
            // When
            byte[] written = values.serializer().serialize("t", DELIVERY);

            // Then
            assertThat(values.deserializer().deserialize("t", written)).isEqualTo(DELIVERY);
            byte[] broken = "{\"attempt\":".getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> values.deserializer().deserialize("t", broken))
                    .isInstanceOf(SerializationException.class)
                    .hasCauseInstanceOf(Rejected.class)
                    .hasMessageStartingWith("invalid-json: Delivery at byte");
        }
    }
}
