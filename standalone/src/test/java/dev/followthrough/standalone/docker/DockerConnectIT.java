package dev.followthrough.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Part;
import dev.followthrough.standalone.app.Sample;
import dev.followthrough.standalone.broker.EmbeddedBroker;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The worker of the container as far as it goes without one: distributed, exactly once, with its
 * file, its health and its connector, asked by the same script.
 */
class DockerConnectIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path folder = Path.of("");

    @Test
    @SuppressWarnings("try") // Receiver and worker only run, and are closed in order.
    void theWorkerBecomesHealthyTakesTheConnectorAndReadsItsFiles() throws Exception {
        // Given
        assumeTrue(HttpScript.canRun(), "the images have bash, this machine has not");
        int port = freePort();
        Path files = Sample.copyTo(folder.resolve("data"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                AutoCloseable receiver = receiver(broker);
                AutoCloseable worker = worker(broker, port)) {
            await().atMost(PATIENCE)
                    .until(() -> HttpScript.run("GET", port, "/health").status() == 0);

            // When
            HttpScript.Answer answer =
                    HttpScript.run(
                            "PUT", port, "/connectors/files/config", connector(files).toString());

            // Then
            assertThat(answer.status()).as(answer.out()).isZero();
            await().atMost(PATIENCE)
                    .until(() -> keys(broker).stream().anyMatch(key -> key.contains("slack:")));
        }
    }

    /** Creates the topics, as its container does before the connector is made. */
    private AutoCloseable receiver(EmbeddedBroker broker) throws IOException {
        ServiceConfig settings =
                ServiceConfig.load(
                        Part.RECEIVER.settings(),
                        ConfigSources.of(
                                DockerFolder.copy(Part.RECEIVER, folder, ""),
                                Map.of(),
                                Map.of(
                                        CommonSettings.BOOTSTRAP_SERVERS,
                                        broker.bootstrapServers())));
        Host host =
                new Host(
                        InstantSource.fixed(Instant.parse("2026-03-11T16:00:00Z")),
                        (service, cause) -> {});
        return Part.RECEIVER.start(settings, host);
    }

    private static AutoCloseable worker(EmbeddedBroker broker, int port) throws IOException {
        Map<String, String> settings = DockerFolder.properties("config/connect.properties");
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("listeners", "http://127.0.0.1:" + port);
        settings.remove("plugin.path"); // here the plug-in is on the class path
        Exit.setShutdownHookAdder((name, hook) -> {});
        try {
            Connect<?> connect = new ConnectDistributed().startConnect(settings);
            return () -> {
                connect.stop();
                connect.awaitStop();
            };
        } finally {
            Exit.resetShutdownHookAdder();
        }
    }

    private Path connector(Path files) throws IOException {
        String json = DockerFolder.text("config/connector-files.json");
        return Files.writeString(
                folder.resolve("connector-files.json"),
                json.replace("\"/data\"", "\"" + files + "\""));
    }

    /** Of what was said in Slack, as a reader sees it that waits for commits. */
    private static Set<String> keys(EmbeddedBroker broker) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(Topics.signal(Source.SLACK).name()).stream()
                            .map(
                                    p ->
                                            new org.apache.kafka.common.TopicPartition(
                                                    p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Set<String> keys = new TreeSet<>();
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> keys.add(record.key()));
            return keys;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
