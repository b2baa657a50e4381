package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Signal;

import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The task as a worker runs it, with offsets in memory. */
final class TaskRun implements AutoCloseable {
    private final FileSourceTask task;
    private final Map<Map<String, ?>, Map<String, Object>> stored;

    TaskRun(Path root, SettableClock clock, Map<Map<String, ?>, Map<String, Object>> stored) {
        this(root, clock, stored, Map.of());
    }

    TaskRun(
            Path root,
            SettableClock clock,
            Map<Map<String, ?>, Map<String, Object>> stored,
            Map<String, String> settings) {
        this.stored = new HashMap<>(stored);
        this.task = new FileSourceTask(clock);
        Map<String, String> all = new HashMap<>();
        all.put(FileSourceConfig.PATHS, root.toString());
        all.put(FileSourceConfig.PARTITIONS, "4");
        all.put(FileSourceConfig.POLL_INTERVAL, "10");
        all.putAll(settings);
        task.initialize(new Context(all, this.stored));
        task.start(all);
    }

    /** Polls until nothing comes, twice; offsets are stored as a worker would. */
    List<SourceRecord> drain() {
        List<SourceRecord> all = new ArrayList<>();
        int empty = 0;
        while (empty < 2) {
            List<SourceRecord> batch = poll();
            empty = batch.isEmpty() ? empty + 1 : 0;
            all.addAll(batch);
        }
        return all;
    }

    List<SourceRecord> poll() {
        try {
            List<SourceRecord> batch = task.poll();
            List<SourceRecord> records = batch == null ? List.of() : batch;
            records.forEach(record -> store(stored, record));
            return records;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // a source record keeps what it was given
    static void store(Map<Map<String, ?>, Map<String, Object>> stored, SourceRecord record) {
        stored.put(record.sourcePartition(), (Map<String, Object>) record.sourceOffset());
    }

    Map<Map<String, ?>, Map<String, Object>> stored() {
        return Map.copyOf(stored);
    }

    /** What a reader of the topic sees, and what a restart goes on from. */
    static List<String> shown(List<SourceRecord> records) {
        return records.stream()
                .map(
                        record ->
                                record.topic()
                                        + " "
                                        + record.kafkaPartition()
                                        + " "
                                        + text(record.key())
                                        + " "
                                        + text(record.value())
                                        + " "
                                        + new java.util.TreeMap<>(record.sourceOffset()))
                .toList();
    }

    static List<String> texts(List<SourceRecord> records) {
        return signals(records).stream().map(Signal::text).toList();
    }

    static List<Signal> signals(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().startsWith("ingest.signal."))
                .map(record -> Json.read((byte[]) record.value(), Signal.class))
                .toList();
    }

    static List<DeadLetter> letters(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals("ingest.dead-letter.v1"))
                .map(record -> Json.read((byte[]) record.value(), DeadLetter.class))
                .toList();
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    void stop() {
        task.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private record Context(
            Map<String, String> configs, Map<Map<String, ?>, Map<String, Object>> stored)
            implements SourceTaskContext {
        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return stored.getOrDefault(partition, Map.of());
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
        public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("no metrics in a test");
        }
    }
}
