package dev.followthrough.service.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.service.HealthCheck.State;
import dev.followthrough.service.Host;
import dev.followthrough.service.StartException;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Route;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Without a broker: what does not need one. Restoring and exactly-once are the standalone tests'.
 */
class StreamsServiceTest {
    private static final StreamsApplication COUNTING =
            new StreamsApplication(
                    "counting",
                    "extract",
                    builder ->
                            builder.stream(
                                            "in",
                                            Consumed.with(Serdes.String(), Serdes.String())
                                                    .withName("extract-in"))
                                    .groupByKey(Grouped.as("extract-group"))
                                    .count(Named.as("extract-count"), Materialized.as("counts")));

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");
    private final List<String> failed = new ArrayList<>();
    private final Host host =
            new Host(() -> now, (service, cause) -> failed.add(service + " " + cause));
    private final List<StreamsService> started = new ArrayList<>();

    private StreamsService start() {
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of("bootstrap.servers", "127.0.0.1:1", "state.dir", folder.toString()));
        StreamsService service = StreamsService.start(config, host, COUNTING);
        started.add(service);
        return service;
    }

    @AfterEach
    void stop() {
        started.forEach(StreamsService::close);
    }

    @Test
    void anApplicationThatWaitsForItsBrokerIsAliveButNotReady() {
        // When
        StreamsService service = start();

        // Then
        assertThat(host.health()).containsOnlyKeys("counting");
        assertThat(host.health().get("counting"))
                .extracting(health -> health == null ? null : health.state())
                .isEqualTo(State.NOT_READY);
        assertThat(service.awaitRunning(Duration.ofMillis(50))).isFalse();
    }

    @Test
    void kafkasOwnMetricsStandBesideOurs() {
        // When
        start();

        // Then
        Route metrics =
                host.router().routes().stream()
                        .filter(route -> route.path().equals("/metrics"))
                        .findFirst()
                        .orElseThrow();
        Request request = new Request("GET", "/metrics", Map.of(), Map.of(), Map.of(), new byte[0]);
        assertThat(metrics.handler().handle(request).bodyText())
                .containsPattern("(?m)^kafka_stream\\w+\\{[^}]*service=\"counting\"");
    }

    @Test
    void aThreadThatDiesIsReplacedUntilItDiesTooOften() {
        // Given
        StreamsService service = start();
        RuntimeException cause = new IllegalStateException("broken store");

        // When
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i <= StreamsService.MAX_REPLACED; i++) {
            now = now.plusSeconds(10);
            answers.add(service.uncaught(cause));
        }

        // Then
        assertThat(answers.subList(0, StreamsService.MAX_REPLACED)).containsOnly(REPLACE_THREAD);
        assertThat(answers.get(StreamsService.MAX_REPLACED)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failed)
                .containsExactly("counting java.lang.IllegalStateException: broken store");
    }

    @Test
    void rareDeathsNeverEndIt() {
        // Given
        StreamsService service = start();

        // When
        List<Object> answers = new ArrayList<>();
        for (int i = 0; i < 2 * StreamsService.MAX_REPLACED; i++) {
            now = now.plus(StreamsService.WINDOW);
            answers.add(service.uncaught(new IllegalStateException("lost broker")));
        }

        // Then
        assertThat(answers).containsOnly(REPLACE_THREAD);
        assertThat(failed).isEmpty();
    }

    @Test
    void anErrorEndsItAtOnce() {
        // Given
        StreamsService service = start();

        // When
        Object answer = service.uncaught(new OutOfMemoryError("heap"));

        // Then
        assertThat(answer).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(failed).containsExactly("counting java.lang.OutOfMemoryError: heap");
    }

    @Test
    void aClosedOneIsNoLongerAskedAbout() {
        // Given
        StreamsService service = start();

        // When
        service.close();

        // Then
        assertThat(host.health()).isEmpty();
    }

    @Test
    void aStateFolderInUseIsOneLineThatSaysSo() {
        // Given
        start();

        // Then
        assertThatThrownBy(this::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("counting cannot start")
                .hasMessageContaining("state.dir");
    }
}
