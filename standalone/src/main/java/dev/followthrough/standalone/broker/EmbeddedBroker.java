package dev.followthrough.standalone.broker;

import dev.followthrough.service.StartException;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Broker and controller in one, on loopback ports that are free at start. Kafka has no public
 * interface for this: three internal types are used, and only here. Its data survives a clean stop
 * and a kill. It has no shutdown hook: whoever started it closes it, after its clients.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Formats the folder where it is new, and starts; returns once the broker takes requests.
     *
     * @throws StartException where the folder cannot be used
     */
    public static EmbeddedBroker start(Path folder) {
        try {
            int[] ports = freePorts();
            return start(folder, ports[0], ports[1]);
        } catch (IOException e) {
            throw new StartException(
                    "the embedded broker cannot use " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    private static EmbeddedBroker start(Path folder, int port, int controllerPort)
            throws IOException {
        if (!Files.exists(folder.resolve("meta.properties"))) {
            Files.createDirectories(folder);
            format(folder);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(
                        new KafkaConfig(settings(folder, port, controllerPort)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, "127.0.0.1:" + port);
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Two different ones: both are held before either is let go. */
    private static int[] freePorts() throws IOException {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }

    private static void format(Path folder) {
        try (PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) { // Formatter.run() declares Exception.
            throw new StartException(
                    "the embedded broker cannot format " + folder + " (" + e.getMessage() + ")", e);
        }
    }

    private static Map<String, Object> settings(Path folder, int port, int controllerPort) {
        Map<String, Object> settings =
                new HashMap<>(
                        Map.of(
                                "process.roles",
                                "broker,controller",
                                "node.id",
                                "1",
                                "listeners",
                                "PLAINTEXT://127.0.0.1:"
                                        + port
                                        + ",CONTROLLER://127.0.0.1:"
                                        + controllerPort,
                                "advertised.listeners",
                                "PLAINTEXT://127.0.0.1:" + port,
                                "controller.listener.names",
                                "CONTROLLER",
                                "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                                "controller.quorum.voters",
                                "1@127.0.0.1:" + controllerPort,
                                "log.dirs",
                                folder.toString()));
        for (String one :
                List.of(
                        "offsets.topic.replication.factor",
                        "offsets.topic.num.partitions",
                        "transaction.state.log.replication.factor",
                        "transaction.state.log.min.isr",
                        "transaction.state.log.num.partitions",
                        "share.coordinator.state.topic.replication.factor",
                        "share.coordinator.state.topic.min.isr",
                        "share.coordinator.state.topic.num.partitions",
                        "num.network.threads",
                        "log.cleaner.threads",
                        "num.replica.fetchers")) {
            settings.put(one, "1");
        }
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        // After a kill the controller waits until the dead broker's session has ended before it
        // lets this one in.
        settings.put("broker.session.timeout.ms", "3000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("auto.create.topics.enable", "false");
        // One member a group: nobody else is coming.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The default takes 128 MB of heap.
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("message.max.bytes", Integer.toString(20 * 1024 * 1024));
        settings.put("replica.fetch.max.bytes", Integer.toString(20 * 1024 * 1024));
        return settings;
    }
}
