package dev.followthrough.ingest.worker;

import dev.followthrough.contracts.topic.Topics;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Broker and controller in one, with the topics that connectors write. */
public final class Broker implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private final KafkaRaftServer server;
    private final String address;

    private Broker(KafkaRaftServer server, String address) {
        this.server = server;
        this.address = address;
    }

    public static Broker start(Path folder) throws Exception {
        int port;
        int controller;
        try (ServerSocket one = free();
                ServerSocket other = free()) {
            port = one.getLocalPort();
            controller = other.getLocalPort();
        }
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(
                        new KafkaConfig(settings(folder, port, controller)), Time.SYSTEM);
        server.startup();
        Broker broker = new Broker(server, "127.0.0.1:" + port);
        broker.topics();
        return broker;
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void format(Path folder) throws Exception {
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
        }
    }

    private static Map<String, Object> settings(Path folder, int port, int controller) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "60000"); // the machine may be busy
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        for (String one :
                List.of(
                        "offsets.topic.replication.factor",
                        "offsets.topic.num.partitions",
                        "transaction.state.log.replication.factor",
                        "transaction.state.log.min.isr",
                        "transaction.state.log.num.partitions",
                        "share.coordinator.state.topic.replication.factor",
                        "share.coordinator.state.topic.min.isr",
                        "share.coordinator.state.topic.num.partitions")) {
            settings.put(one, "1");
        }
        return settings;
    }

    private void topics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(
                            Topics.all().stream()
                                    .filter(topic -> topic.name().startsWith("ingest."))
                                    .map(topic -> new NewTopic(topic.name(), PARTITIONS, (short) 1))
                                    .toList())
                    .all()
                    .get();
        }
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
