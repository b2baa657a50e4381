package dev.followthrough.service.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.topic.Placement;
import dev.followthrough.service.config.ServiceConfig;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

class StreamsSettingsTest {
    private static Properties properties(Consumer<StreamsBuilder> wire, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("bootstrap.servers", "a:1,b:2"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return StreamsSettings.properties(
                ServiceConfig.of(new ConfigDef(), values), app(wire), new SimpleMeterRegistry());
    }

    private static StreamsApplication app(Consumer<StreamsBuilder> wire) {
        return new StreamsApplication("extractor-stream", "extract", wire);
    }

    @Test
    void everyApplicationIsExactlyOnceAndQuick() {
        // When
        StreamsConfig config = new StreamsConfig(properties(builder -> {}));

        // Then
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getLong("commit.interval.ms")).isEqualTo(100);
        assertThat(config.getBoolean("ensure.explicit.internal.resource.naming")).isTrue();
        assertThat(config.getString("group.protocol")).isEqualTo("classic");
        Map<String, Object> producer = config.getProducerConfigs("p");
        assertThat(producer.get("linger.ms")).hasToString("5");
        assertThat(producer)
                .containsEntry("compression.type", "lz4")
                .containsEntry("partitioner.class", Placement.class)
                .containsEntry("enable.idempotence", true);
        assertThat(config.getMainConsumerConfigs("g", "c", 0))
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void whatCannotBeReadGoesToTheDeadLettersOfTheOwner() {
        // When
        StreamsConfig config =
                new StreamsConfig(properties(builder -> {}, "deployment.prefix", "blue"));

        // Then
        assertThat(config.deserializationExceptionHandler())
                .isInstanceOf(DeadLetters.Unreadable.class);
        assertThat(config.processingExceptionHandler())
                .isInstanceOf(DeadLetters.Unprocessable.class);
        assertThat(config.productionExceptionHandler()).isInstanceOf(DeadLetters.Unwritable.class);
        assertThat(config.originals())
                .containsEntry("followthrough.dead.letter.topic", "blue.extract.dead-letter.v1");
    }

    @Test
    void theDeploymentsPrefixAndTheInstanceTellApplicationsApart() {
        // When
        StreamsConfig config =
                new StreamsConfig(
                        properties(
                                builder -> {},
                                "deployment.prefix",
                                "blue",
                                "streams.instance.id",
                                "pod-0",
                                "streams.threads",
                                "3",
                                "streams.standby.replicas",
                                "1",
                                "application.server",
                                "pod-0:8080",
                                "state.dir",
                                "/var/state",
                                "kafka.security.protocol",
                                "SSL"));

        // Then
        assertThat(config.getString("application.id")).isEqualTo("blue.extractor-stream");
        assertThat(config.getString("client.id")).isEqualTo("blue.extractor-stream");
        assertThat(config.getInt("num.stream.threads")).isEqualTo(3);
        assertThat(config.getInt("num.standby.replicas")).isEqualTo(1);
        assertThat(config.getString("application.server")).isEqualTo("pod-0:8080");
        assertThat(config.getString("state.dir")).isEqualTo("/var/state");
        assertThat(config.getMainConsumerConfigs("g", "c", 2))
                .containsEntry("group.instance.id", "pod-0-2")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void anUnnamedStoreFailsBeforeTheStart() {
        // Given
        Consumer<StreamsBuilder> unnamed =
                builder ->
                        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                                .groupByKey()
                                .count();

        // Then
        assertThatThrownBy(() -> StreamsSettings.topology(properties(unnamed), app(unnamed)))
                .hasMessageContaining("has not been named");
    }

    @Test
    void aNamedOneIsBuilt() {
        // Given
        Consumer<StreamsBuilder> named =
                builder ->
                        builder.stream(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.String())
                                                .withName("extract-signals"))
                                .groupByKey(Grouped.as("extract-by-key"))
                                .count(Named.as("extract-count"), Materialized.as("counts"));

        // When
        Topology topology = StreamsSettings.topology(properties(named), app(named));

        // Then
        assertThat(topology.describe().toString())
                .contains("extract-signals", "extract-count", "counts");
    }
}
