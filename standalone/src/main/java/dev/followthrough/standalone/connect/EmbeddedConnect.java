package dev.followthrough.standalone.connect;

import dev.followthrough.service.StartException;

import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectStandalone;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The worker. Offsets are flushed to a file every second and at a clean stop; what a kill leaves
 * unflushed is read again, which changes nothing, because signals are idempotent by key.
 */
public final class EmbeddedConnect implements AutoCloseable {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    /** What Helidon's web server, which refuses all Java serialization, must let through. */
    private static final String SERIAL_FILTER = "helidon.serialFilter.pattern";

    private final Connect<?> connect;

    private EmbeddedConnect(Connect<?> connect) {
        this.connect = connect;
    }

    /**
     * Allows the two classes that the worker's offsets file is made of. To be called before a web
     * server is started in this process: its filter is set once.
     */
    public static void allowOffsetsFile() {
        if (System.getProperty(SERIAL_FILTER) == null) {
            System.setProperty(SERIAL_FILTER, "java.util.HashMap;java.util.Map$Entry");
        }
    }

    /** Starts the worker without connectors; its REST interface listens on a free loopback port. */
    public static EmbeddedConnect start(String bootstrapServers, Path offsets) {
        // Connect adds a shutdown hook of its own, which would race with the ordered stop.
        Exit.setShutdownHookAdder((name, hook) -> {});
        try {
            return new EmbeddedConnect(
                    new ConnectStandalone().startConnect(settings(bootstrapServers, offsets)));
        } finally {
            Exit.resetShutdownHookAdder();
        }
    }

    private static Map<String, String> settings(String bootstrapServers, Path offsets) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("key.converter", BYTES);
        settings.put("value.converter", BYTES);
        settings.put("header.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("offset.storage.file.filename", offsets.toString());
        settings.put("offset.flush.interval.ms", "1000");
        settings.put("plugin.discovery", "service_load");
        settings.put("listeners", "http://127.0.0.1:0");
        settings.put("producer.compression.type", "lz4");
        settings.put("producer.linger.ms", "5");
        settings.put("producer.max.request.size", Integer.toString(20 * 1024 * 1024));
        return settings;
    }

    /**
     * Creates the connector, or changes it where it exists.
     *
     * @throws StartException where the worker refuses its settings
     */
    public void run(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("name", name);
        CompletableFuture<Void> created = new CompletableFuture<>();
        connect.herder()
                .putConnectorConfig(
                        name,
                        all,
                        true,
                        (error, done) -> {
                            if (error == null) {
                                created.complete(null);
                            } else {
                                created.completeExceptionally(error);
                            }
                        });
        try {
            created.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartException(
                    "connector "
                            + name
                            + " does not start: "
                            + (e.getCause() == null
                                    ? "no answer in 60 s"
                                    : e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while starting connector " + name, e);
        }
    }

    /** What failed about a connector or one of its tasks, in one line; null where nothing did. */
    public @org.jspecify.annotations.Nullable String failure(String name) {
        ConnectorStateInfo state = connect.herder().connectorStatus(name);
        if ("FAILED".equals(state.connector().state())) {
            return firstLine(state.connector().trace());
        }
        return state.tasks().stream()
                .filter(task -> "FAILED".equals(task.state()))
                .map(task -> firstLine(task.trace()))
                .findFirst()
                .orElse(null);
    }

    private static String firstLine(String trace) {
        int end = trace.indexOf('\n');
        return end < 0 ? trace : trace.substring(0, end);
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
