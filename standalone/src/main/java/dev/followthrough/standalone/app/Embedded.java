package dev.followthrough.standalone.app;

import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.extract.app.ExtractorSettings;
import dev.followthrough.ingest.files.FileSourceConnector;
import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.topics.TopicProvisioner;
import dev.followthrough.standalone.broker.EmbeddedBroker;
import dev.followthrough.standalone.connect.EmbeddedConnect;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Everything in one JVM. Start order: web server (a taken port is known before anything is
 * written), broker, topics, services, Connect; stopped in the reverse order, within {@link
 * #STOP_WITHIN}.
 */
public final class Embedded implements AutoCloseable {
    /** For everything together. */
    static final Duration STOP_WITHIN = Duration.ofSeconds(9);

    private static final String CONNECTOR = "files";

    private final Closing closing = new Closing(STOP_WITHIN);
    private final Host host;
    private final UpSettings settings;
    private final Consumer<String> progress;
    private @Nullable ServiceConfig config;
    private @Nullable EmbeddedConnect connect;
    private int port;

    /** Nothing happens yet. */
    public Embedded(UpSettings settings, Host host, Consumer<String> progress) {
        this.settings = settings;
        this.host = host;
        this.progress = progress;
    }

    /**
     * Gets the settings once topics exist; what it gives back is closed before the services are.
     */
    @FunctionalInterface
    public interface WatchStart {
        AutoCloseable start(ServiceConfig config);
    }

    /**
     * Starts all, and returns once the services are being started; readiness is at {@code
     * /health/ready}. May be closed meanwhile by another thread.
     *
     * @param watch called once topics exist and before files are read into them, with the settings
     *     to reach them
     * @throws dev.followthrough.service.StartException where the environment does not allow it;
     *     close it then, too
     */
    public void start(WatchStart watch) {
        host.health("startup", () -> Health.notReady("starting"));
        EmbeddedConnect.allowOffsetsFile();
        ServiceConfig checked = load("127.0.0.1:1");
        ExtractorSettings.setup(checked); // a fault in own rules is known before anything starts
        HttpServer http = closing.add("web server", HttpServer.start(checked, host.router()));
        port = http.port();
        progress.accept("starting the broker in " + settings.data().root());
        EmbeddedBroker broker =
                closing.add("broker", EmbeddedBroker.start(settings.data().broker()));
        ServiceConfig loaded = load(broker.bootstrapServers());
        config = loaded;
        TopicProvisioner.provision(loaded, Topics.all());
        progress.accept("starting the services");
        for (Part part : Part.values()) {
            closing.add(part.toString(), part.start(loaded, host));
        }
        closing.add("narrator", watch.start(loaded));
        if (!settings.paths().isEmpty()) {
            connect =
                    closing.add(
                            "connect",
                            EmbeddedConnect.start(
                                    broker.bootstrapServers(), settings.data().offsets()));
            connect.run(CONNECTOR, connector(loaded));
        }
        host.forget("startup");
    }

    private ServiceConfig load(String bootstrapServers) {
        Map<String, String> values =
                new HashMap<>(
                        Map.of(
                                CommonSettings.BOOTSTRAP_SERVERS,
                                bootstrapServers,
                                CommonSettings.STATE_DIR,
                                settings.data().state().toString(),
                                CommonSettings.HTTP_PORT,
                                Integer.toString(settings.port()),
                                CommonSettings.TOPICS_PARTITIONS,
                                Integer.toString(UpSettings.PARTITIONS),
                                CommonSettings.TOPICS_REPLICATION,
                                "1",
                                CommonSettings.STREAMS_INSTANCE,
                                "embedded",
                                CommonSettings.STREAMS_STANDBY,
                                "0"));
        if (settings.rules() != null) {
            values.put(ExtractorSettings.RULES_DIR, settings.rules().toString());
        }
        return ServiceConfig.load(
                Offline.all(),
                ConfigSources.of(settings.configFile(), settings.environment(), values));
    }

    private Map<String, String> connector(ServiceConfig loaded) {
        return Map.of(
                "connector.class", FileSourceConnector.class.getName(),
                "tasks.max", "1",
                "paths",
                        settings.paths().stream()
                                .map(Path::toString)
                                .collect(Collectors.joining(",")),
                "topic.prefix", loaded.deployment().prefix(),
                "topic.partitions", Integer.toString(loaded.deployment().partitions()));
    }

    /** Where the API listens. */
    public int port() {
        return port;
    }

    /** What the services were started with. */
    public ServiceConfig config() {
        if (config == null) {
            throw new IllegalStateException("settings are known once the broker has started");
        }
        return config;
    }

    /** Why files are not read any more, in one line; null while they are. */
    public @Nullable String connectorFailure() {
        return connect == null ? null : connect.failure(CONNECTOR);
    }

    /** Names of the services, in the order of the flow. */
    public static List<String> services() {
        return java.util.Arrays.stream(Part.values()).map(Part::toString).toList();
    }

    @Override
    public void close() {
        closing.close();
    }
}
