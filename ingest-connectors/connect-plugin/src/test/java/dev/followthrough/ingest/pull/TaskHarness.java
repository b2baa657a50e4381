package dev.followthrough.ingest.pull;

import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pull task as a worker runs it, with offsets and metrics in memory and time that never waits.
 */
public final class TaskHarness implements AutoCloseable {
    private final FakePace pace = new FakePace();
    private Pace waiting = pace;
    private final Map<Map<String, ?>, Map<String, Object>> stored = new ConcurrentHashMap<>();
    private final Map<String, MetricValueProvider<?>> metrics = new ConcurrentHashMap<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("topic.partitions", "4"));
    private @Nullable PullTask task;
    private int transactions;
    private boolean old;

    private volatile Duration ahead = Duration.ZERO;

    private static final class Task extends PullTask {
        Task(PullSource source, InstantSource clock, Pace pace) {
            super(source, meter -> new Tools(clock, pace, meter, 3));
        }
    }

    public TaskHarness with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** One that was made before workers showed the metrics of their plug-ins. */
    public TaskHarness onAnOldWorker() {
        old = true;
        return this;
    }

    /** From now on this machine's clock is wrong by so much. */
    public void clockIsAheadBy(Duration wrong) {
        ahead = wrong;
    }

    /** Waits as long as it is told to, for what happens meanwhile. */
    public TaskHarness inRealTime() {
        waiting = Pace.system();
        return this;
    }

    TaskHarness start(Feed... feeds) {
        return start(new FakeSource(List.of(feeds), List.of()));
    }

    /** Starts, or starts again behind what was taken. */
    public TaskHarness start(PullSource source) {
        PullTask started = new Task(source, () -> Instant.now().plus(ahead), waiting);
        started.initialize(new Context());
        started.start(settings);
        task = started;
        return this;
    }

    /** One poll, its offsets stored. */
    public List<SourceRecord> poll() {
        List<SourceRecord> records = pollAndLose();
        records.forEach(this::store);
        return records;
    }

    /** One poll whose transaction is not committed: to be followed by a restart. */
    public List<SourceRecord> pollAndLose() {
        try {
            List<SourceRecord> batch = Objects.requireNonNull(task).poll();
            return batch == null ? List.of() : batch;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // a source record keeps what it was given
    private void store(SourceRecord record) {
        stored.put(record.sourcePartition(), (Map<String, Object>) record.sourceOffset());
    }

    /** Polls until there are so many, or nothing has come 25 times. */
    public List<SourceRecord> take(int count) {
        List<SourceRecord> all = new ArrayList<>();
        for (int empty = 0; all.size() < count && empty < 25; ) {
            List<SourceRecord> batch = poll();
            empty = batch.isEmpty() ? empty + 1 : 0;
            all.addAll(batch);
        }
        return all;
    }

    /** Polls until nothing comes, five times: a busy machine is no end. */
    public List<SourceRecord> drain() {
        List<SourceRecord> all = new ArrayList<>();
        for (int empty = 0; empty < 5; ) {
            List<SourceRecord> batch = poll();
            empty = batch.isEmpty() ? empty + 1 : 0;
            all.addAll(batch);
        }
        return all;
    }

    public FakePace pace() {
        return pace;
    }

    public int transactions() {
        return transactions;
    }

    /** The value of a metric as the worker shows it; 0 where there is none. */
    public long metric(String name, String reason) {
        MetricValueProvider<?> value = metrics.get(name + "/" + reason);
        return value instanceof Gauge<?> gauge
                ? ((Number) gauge.value(new MetricConfig(), 0)).longValue()
                : 0;
    }

    public void stop() {
        if (task != null) {
            task.stop();
            task = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private final class Context implements SourceTaskContext {
        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
                    return stored.get(partition);
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(
                        Collection<Map<String, T>> partitions) {
                    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
                    for (Map<String, T> partition : partitions) {
                        Map<String, Object> offset = stored.get(partition);
                        if (offset != null) {
                            found.put(partition, offset);
                        }
                    }
                    return found;
                }
            };
        }

        @Override
        public TransactionContext transactionContext() {
            return new TransactionContext() {
                @Override
                public void commitTransaction() {
                    transactions++;
                }

                @Override
                public void commitTransaction(SourceRecord record) {
                    transactions++;
                }

                @Override
                public void abortTransaction() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void abortTransaction(SourceRecord record) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        @Override
        public PluginMetrics pluginMetrics() {
            if (old) {
                throw new NoSuchMethodError("pluginMetrics");
            }
            return new Board();
        }
    }

    private final class Board implements PluginMetrics {
        @Override
        public MetricName metricName(
                String name, String description, LinkedHashMap<String, String> tags) {
            return new MetricName(name, "plugins", description, tags);
        }

        @Override
        public void addMetric(MetricName name, MetricValueProvider<?> value) {
            metrics.put(name.name() + "/" + name.tags().getOrDefault("reason", ""), value);
        }

        @Override
        public void removeMetric(MetricName name) {
            metrics.remove(name.name());
        }

        @Override
        public Sensor addSensor(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeSensor(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
