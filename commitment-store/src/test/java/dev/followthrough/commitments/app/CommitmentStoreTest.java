package dev.followthrough.commitments.app;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.commitments.domain.Say;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.commitments.query.Ledgers;
import dev.followthrough.commitments.query.Located;
import dev.followthrough.commitments.query.StoreRoutes;
import dev.followthrough.commitments.topology.CommitmentTopology;
import dev.followthrough.commitments.topology.StoreTables;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.http.Router;
import dev.followthrough.service.query.HttpPeers;
import dev.followthrough.service.streams.StreamsApplication;
import dev.followthrough.service.streams.StreamsSettings;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * From a reading on the topic to HTTP and metrics, through RocksDB; the broker alone is missing.
 */
class CommitmentStoreTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Deployment DEPLOYMENT = new Deployment("", 1);

    @TempDir Path folder;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private ServiceConfig config;
    private StreamsApplication application;
    private Properties properties;
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        config =
                ServiceConfig.of(
                        CommitmentStoreService.settings(),
                        Map.of(
                                "bootstrap.servers", "localhost:1",
                                "topics.partitions", "1",
                                "http.port", "0",
                                "state.dir", folder.toString()));
        application =
                CommitmentStoreService.application(
                        DEPLOYMENT, LedgerPolicy.STANDARD, new LedgerMetrics(metrics, clock));
        properties = StreamsSettings.properties(config, application, metrics);
        driver =
                new TopologyTestDriver(
                        StreamsSettings.topology(properties, application), properties);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private void send(Reading reading) {
        driver.createInputTopic(
                        Topics.READING.name(),
                        new StringSerializer(),
                        Topics.READING.values().serializer())
                .pipeInput(Keys.reading(reading.account(), reading.signal()).toString(), reading);
    }

    private void send(DirectoryEntry entry) {
        driver.createInputTopic(
                        Topics.DIRECTORY.name(),
                        new StringSerializer(),
                        Topics.DIRECTORY.values().serializer())
                .pipeInput(Key.of(entry.entity()).toString(), entry);
    }

    private static Say promise(String quote, String matter) {
        return Say.in("slack:C1")
                .at("2026-03-02T09:00:00Z")
                .about(new DealId("hubspot:deal/1"))
                .promise(quote, Say.day("2026-03-06"), matter);
    }

    private Ledgers ledgers() {
        KeyValueStore<String, byte[]> ledger = driver.getKeyValueStore(CommitmentTopology.STORE);
        KeyValueStore<String, String> places = driver.getKeyValueStore(CommitmentTopology.PLACES);
        return new Ledgers() {
            @Override
            public int partitions() {
                return 1;
            }

            @Override
            public Located<Tables> ledger(int partition, boolean stale) {
                return new Located.Here<>(new StoreTables(ledger), null);
            }

            @Override
            public Located<Homes> homes(int partition, boolean stale) {
                return new Located.Here<>(places::get, null);
            }
        };
    }

    private double gauge(String condition) {
        return metrics.get("followthrough.commitments").tag("condition", condition).gauge().value();
    }

    @Test
    void readingBecomesACommitmentThatHttpAnswers() throws Exception {
        // Given
        send(
                new DirectoryEntry.Deal(
                        new DealId("hubspot:deal/1"),
                        "Buyer",
                        Say.BUYER,
                        DealStage.WON,
                        null,
                        Say.ANA));
        send(promise("I'll send the security report", "report").reading());
        Router router = new Router();
        new StoreRoutes(ledgers(), new HttpPeers()).routes().forEach(router::add);

        // When
        String account = URLEncoder.encode(Say.BUYER.value(), UTF_8);
        try (HttpServer server = HttpServer.start(config, router)) {
            String list = get(server, "/v1/accounts/" + account + "/commitments");
            String handoff = get(server, "/v1/deals/hubspot%3Adeal%2F1/handoff");

            // Then
            assertThat(list).contains("I'll send the security report");
            assertThat(handoff).contains("I'll send the security report").contains("\"ready\"");
            assertThat(get(server, "/v1/accounts")).contains("\"open_ours\":1");
        }
    }

    private static String get(HttpServer server, String path) throws Exception {
        HttpResponse<String> response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://127.0.0.1:" + server.port() + path))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    @Test
    void timeFromSaidToCommitmentIsMeasuredAtTheHostsClock() {
        // When
        send(promise("I'll send the security report", "report").reading());

        // Then
        var timer = metrics.get("followthrough.commitment.latency").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.DAYS)).isEqualTo(8.0);
        assertThat(
                        metrics.get("followthrough.commitment.events")
                                .tag("kind", "opened")
                                .counter()
                                .count())
                .isEqualTo(1.0);
    }

    @Test
    void gaugesCountOpenCommitmentsByConditionAndAreGoneOnceClosed() {
        // Given
        send(promise("I'll send the security report", "report").reading());
        send(
                Say.in("slack:C2")
                        .at("2026-03-01T09:00:00Z")
                        .promise("somebody books training", new Doer.Nobody(), null, "training")
                        .reading());
        ConditionGauges gauges =
                ConditionGauges.start(ledgers(), metrics, clock, Duration.ofHours(1));

        // When
        gauges.sample();

        // Then
        assertThat(gauge("open")).isEqualTo(2.0);
        assertThat(gauge("overdue")).isEqualTo(1.0);
        assertThat(gauge("unowned")).isEqualTo(1.0);
        assertThat(gauge("stale")).isEqualTo(1.0);
        assertThat(gauge("due_soon")).isZero();
        assertThat(gauge("conflict")).isZero();
        gauges.close();
        assertThat(metrics.find("followthrough.commitments").gauges()).isEmpty();
    }

    @Test
    void whatARestartReplaysChangesNothing() {
        // Given
        Reading reading = promise("I'll send the security report", "report").reading();
        send(reading);
        String before = Json.text(Objects.requireNonNull(row()));

        // When
        send(reading);

        // Then
        assertThat(Json.text(Objects.requireNonNull(row()))).isEqualTo(before);
        assertThat(metrics.get("followthrough.commitment.events").counter().count()).isEqualTo(1.0);
    }

    private Object row() {
        Tables tables = ((Located.Here<Tables>) ledgers().ledger(0, false)).value();
        return tables.range(
                        dev.followthrough.commitments.domain.Table.COMMITMENTS,
                        "",
                        "\uffff",
                        Tables.Direction.FORWARD,
                        1)
                .get(0)
                .value();
    }

    @Test
    void instanceThatIsNotRunningHoldsNothing() {
        // Given
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("other").toString());
        try (KafkaStreams streams =
                new KafkaStreams(StreamsSettings.topology(properties, application), properties)) {
            StreamsLedgers alone = new StreamsLedgers(streams, 1, null);
            StreamsLedgers oneOfMany = new StreamsLedgers(streams, 1, "localhost:8080");

            // Then
            assertThat(alone.ledger(0, false)).isInstanceOf(Located.Nowhere.class);
            assertThat(oneOfMany.ledger(0, false)).isInstanceOf(Located.Nowhere.class);
            assertThat(oneOfMany.homes(0, false)).isInstanceOf(Located.Nowhere.class);
        }
    }
}
