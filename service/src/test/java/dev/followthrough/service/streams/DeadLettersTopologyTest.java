package dev.followthrough.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.json.Rejected;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

class DeadLettersTopologyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir Path folder;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TopologyTestDriver driver = driver();
    private TestInputTopic<String, byte[]> in = input();

    private TopologyTestDriver driver() {
        StreamsApplication application =
                new StreamsApplication(
                        "extractor-stream",
                        "extract",
                        builder ->
                                builder.stream(
                                                "ingest.action.v1",
                                                Consumed.with(
                                                                Serdes.String(),
                                                                Topics.ACTION.values())
                                                        .withName("extract-actions"))
                                        .mapValues(
                                                action -> decided(action),
                                                Named.as("extract-decide"))
                                        .to(
                                                "out",
                                                Produced.with(Serdes.String(), Serdes.String())
                                                        .withName("extract-out")));
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers",
                                "none:1",
                                "state.dir",
                                folder == null ? "target/never" : folder.toString()));
        Properties properties = StreamsSettings.properties(config, application, metrics);
        // In a transaction the driver forgets what is sent while a record is still being read.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return new TopologyTestDriver(
                StreamsSettings.topology(properties, application), properties, NOON);
    }

    private TestInputTopic<String, byte[]> input() {
        return driver.createInputTopic(
                "ingest.action.v1", new StringSerializer(), new ByteArraySerializer());
    }

    @BeforeEach
    void start() {
        driver.close();
        driver = driver();
        in = input();
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static String decided(@Nullable Action action) {
        if (action == null) {
            return "gone";
        }
        return switch (String.valueOf(action.quote())) {
            case "bug" -> throw new IllegalStateException("secret words");
            case "rule" -> throw new Rejected("unknown-mention", "Action at /quote: fits nothing");
            case "broker" -> throw new KafkaException("lost");
            default -> action.id().value();
        };
    }

    private static byte[] action(String id, String quote) {
        return Json.bytes(
                new Action(
                        new ActionId(id),
                        ActionKind.DONE,
                        new ConversationId("c"),
                        new SignalId("s"),
                        0,
                        quote,
                        new Party("p", null, null, Side.OURS),
                        NOON,
                        List.of(),
                        null,
                        null,
                        "api"));
    }

    private List<String> out() {
        return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                .readValuesToList();
    }

    private DeadLetter letter(String key) {
        TestOutputTopic<String, DeadLetter> letters =
                driver.createOutputTopic(
                        "extract.dead-letter.v1",
                        new StringDeserializer(),
                        Topics.deadLetter("extract").values().deserializer());
        var record = letters.readKeyValue();
        assertThat(letters.isEmpty()).as("one letter").isTrue();
        assertThat(record.key).isEqualTo(key);
        return record.value;
    }

    private double counted(String reason) {
        return metrics.counter("followthrough.dead.letters", "owner", "extract", "reason", reason)
                .count();
    }

    @Test
    void anUnreadableRecordGoesAsideWithItsBytesAndTheNextIsProcessed() {
        // Given
        byte[] broken = "{\"id\":\"a1\",".getBytes(StandardCharsets.UTF_8);

        // When
        in.pipeInput("c~a0", action("a0", "x"), NOON);
        in.pipeInput("c~a1", broken, NOON);
        in.pipeInput("c~a2", action("a2", "x"), NOON);

        // Then
        assertThat(out()).containsExactly("a0", "a2");
        DeadLetter letter = letter("c~a1");
        assertThat(letter.reason()).isEqualTo("invalid-json");
        assertThat(letter.detail()).startsWith("Action at byte");
        assertThat(Base64.getDecoder().decode(letter.bytes())).isEqualTo(broken);
        assertThat(letter.position())
                .containsEntry("topic", "ingest.action.v1")
                .containsEntry("partition", "0")
                .containsEntry("offset", "1");
        assertThat(letter.at()).isEqualTo(NOON);
        assertThat(counted("invalid-json")).isEqualTo(1);
    }

    @Test
    void aRecordThatARuleRefusesSaysWhich() {
        // When
        in.pipeInput("c~a1", action("a1", "rule"), NOON);
        in.pipeInput("c~a2", action("a2", "x"), NOON);

        // Then
        assertThat(out()).containsExactly("a2");
        DeadLetter letter = letter("c~a1");
        assertThat(letter.reason()).isEqualTo("unknown-mention");
        assertThat(letter.detail()).isEqualTo("Action at /quote: fits nothing");
        assertThat(letter.position()).containsEntry("step", "extract-decide");
        assertThat(Base64.getDecoder().decode(letter.bytes())).isEqualTo(action("a1", "rule"));
    }

    @Test
    void aBugOnOneRecordStopsNothingAndTellsNoWords() {
        // When
        in.pipeInput("c~a1", action("a1", "bug"), NOON);
        in.pipeInput("c~a2", action("a2", "x"), NOON);

        // Then
        assertThat(out()).containsExactly("a2");
        DeadLetter letter = letter("c~a1");
        assertThat(letter.reason()).isEqualTo("unexpected");
        assertThat(letter.detail())
                .startsWith("java.lang.IllegalStateException at ")
                .doesNotContain("secret words");
        assertThat(counted("unexpected")).isEqualTo(1);
    }

    @Test
    void aLostBrokerIsNoFaultOfTheRecord() {
        // Then
        byte[] action = action("a1", "broker");
        assertThatThrownBy(() -> in.pipeInput("c~a1", action, NOON))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(KafkaException.class);
        assertThat(metrics.find("followthrough.dead.letters").counters()).isEmpty();
    }

    @Test
    void aTombstoneIsNoDeadLetter() {
        // When
        in.pipeInput("c~a1", (byte[]) null, NOON);

        // Then
        assertThat(out()).containsExactly("gone");
        assertThat(metrics.find("followthrough.dead.letters").counters()).isEmpty();
    }

    @Test
    void ofAVeryLongRecordTheBeginningIsKept() {
        // Given
        byte[] longBytes = "x".repeat(DeadLetter.MAX_BYTES + 10).getBytes(StandardCharsets.UTF_8);

        // When
        in.pipeInput("c~a1", longBytes, NOON);

        // Then
        assertThat(Base64.getDecoder().decode(letter("c~a1").bytes()))
                .hasSize(DeadLetter.MAX_BYTES);
    }
}
