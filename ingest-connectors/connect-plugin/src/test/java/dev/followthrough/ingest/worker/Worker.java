package dev.followthrough.ingest.worker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.errors.NotFoundException;
import org.apache.kafka.connect.runtime.Connect;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.util.ConnectorTaskId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A distributed worker with exactly-once sources. */
public final class Worker implements AutoCloseable {
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private static final String GROUP = "connect";

    /** A task's state is shown some time after it has changed. */
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private final Map<Integer, Long> revived = new HashMap<>();
    private final String broker;
    private final Connect<?> connect;

    private Worker(String broker, Connect<?> connect) {
        this.broker = broker;
        this.connect = connect;
    }

    public static Worker start(String broker) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("group.id", GROUP);
        settings.put("exactly.once.source.support", "enabled");
        settings.put("key.converter", BYTES);
        settings.put("value.converter", BYTES);
        settings.put("plugin.discovery", "service_load");
        settings.put("listeners", "http://127.0.0.1:0");
        settings.put("config.providers", "file");
        settings.put(
                "config.providers.file.class",
                "org.apache.kafka.common.config.provider.FileConfigProvider");
        settings.put("scheduled.rebalance.max.delay.ms", "0");
        for (String storage : List.of("config", "offset", "status")) {
            settings.put(storage + ".storage.topic", "connect-" + storage);
            settings.put(storage + ".storage.replication.factor", "1");
        }
        settings.put("offset.storage.partitions", "1");
        settings.put("status.storage.partitions", "1");
        // Connect adds a shutdown hook of its own, which would race with the test's end.
        Exit.setShutdownHookAdder((name, hook) -> {});
        try {
            return new Worker(broker, new ConnectDistributed().startConnect(settings));
        } finally {
            Exit.resetShutdownHookAdder();
        }
    }

    public void run(String name, Map<String, String> settings) throws Exception {
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
        created.get(60, TimeUnit.SECONDS);
    }

    /**
     * Cuts off the tasks wherever they are, as a kill does: their producers are fenced, so what
     * they sent since the last commit is aborted, and they fail.
     */
    void cut(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.fenceProducers(
                            tasks(name).stream()
                                    .map(task -> GROUP + "-" + name + "-" + task.id())
                                    .toList())
                    .all()
                    .get();
        }
    }

    /** Starts failed tasks again, and says why they failed: a sentence each. */
    List<String> revive(String name) {
        List<String> failures = new ArrayList<>();
        for (ConnectorStateInfo.TaskState task : tasks(name)) {
            long now = System.nanoTime();
            boolean rested = now - revived.getOrDefault(task.id(), now - PATIENCE) >= PATIENCE;
            if (rested && task.state().equals("FAILED")) {
                revived.put(task.id(), now);
                failures.add(String.valueOf(task.trace()).lines().findFirst().orElse(""));
                connect.herder()
                        .restartTask(new ConnectorTaskId(name, task.id()), (error, done) -> {});
            }
        }
        return failures;
    }

    private List<ConnectorStateInfo.TaskState> tasks(String name) {
        try {
            return connect.herder().connectorStatus(name).tasks();
        } catch (NotFoundException e) {
            return List.of(); // not there yet
        }
    }

    /** Connect's own REST interface. */
    public Rest rest() {
        return new Rest(connect.rest().serverUrl());
    }

    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
