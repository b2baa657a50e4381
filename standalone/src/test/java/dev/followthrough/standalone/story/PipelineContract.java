package dev.followthrough.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.files.FileSourceConnector;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Part;
import dev.followthrough.standalone.connect.EmbeddedConnect;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The services against a broker that somebody else runs, and with a prefix before every name. */
abstract class PipelineContract {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Where the broker is. */
    abstract String bootstrapServers();

    @Test
    void servicesOnThatBrokerPublishTheLedgerOfScan(@TempDir Path folder) throws Exception {
        // Given
        Path files = Deals.folder("solar-solvertice-conceicao");
        ExpectedLedger expected = ExpectedLedger.of(files, Deals.AFTERWARDS);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Clock clock =
                Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), Deals.AFTERWARDS));
        Host host = new Host(clock, (service, cause) -> failure.compareAndSet(null, cause));
        ServiceConfig config = config(folder);
        Deque<AutoCloseable> running = new ArrayDeque<>();
        try {
            // When
            for (Part part : Part.values()) {
                running.push(part.start(config, host));
            }
            EmbeddedConnect connect =
                    EmbeddedConnect.start(bootstrapServers(), folder.resolve("offsets"));
            running.push(connect);
            connect.run(
                    "files",
                    Map.of(
                            "connector.class", FileSourceConnector.class.getName(),
                            "tasks.max", "1",
                            "paths", files.toString(),
                            "topic.prefix", config.deployment().prefix(),
                            "topic.partitions",
                                    Integer.toString(config.deployment().partitions())));

            // Then
            TopicReader topics = new TopicReader(config);
            running.push(topics);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ExpectedLedger.published(topics)
                                                            .differencesFrom(expected))
                                            .isEmpty());
            assertThat(failure.get()).isNull();
        } finally {
            while (!running.isEmpty()) {
                running.pop().close();
            }
        }
    }

    private ServiceConfig config(Path folder) {
        ConfigDef own = new ConfigDef();
        for (Part part : Part.values()) {
            part.settings().configKeys().values().forEach(own::define);
        }
        return ServiceConfig.load(
                own,
                ConfigSources.of(
                        Map.of(
                                CommonSettings.BOOTSTRAP_SERVERS,
                                bootstrapServers(),
                                CommonSettings.DEPLOYMENT_PREFIX,
                                "acme",
                                CommonSettings.STATE_DIR,
                                folder.resolve("state").toString(),
                                CommonSettings.TOPICS_PARTITIONS,
                                "3",
                                CommonSettings.TOPICS_REPLICATION,
                                "1",
                                CommonSettings.STREAMS_STANDBY,
                                "0",
                                "alerting.settling.ms",
                                "0")));
    }
}
