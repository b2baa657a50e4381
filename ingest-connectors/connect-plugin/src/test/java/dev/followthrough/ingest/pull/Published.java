package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;

import org.apache.kafka.connect.source.SourceRecord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a task published, for tests of sources. */
public final class Published {
    /** A slow machine is no reason to fail. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Steps of feeds that bring nothing, after which nothing is expected. */
    private static final int IDLE = 12;

    /** What goes on for ever is cut off. */
    private static final int MOST_MORE = 5000;

    private final List<SourceRecord> records = new ArrayList<>();

    /** Polls until there are so many in all, or nothing comes for long. */
    public Published until(TaskHarness task, int count) {
        long begin = System.nanoTime();
        while (records.size() < count && System.nanoTime() - begin < PATIENCE.toNanos()) {
            List<SourceRecord> batch = task.poll();
            begin = batch.isEmpty() ? begin : System.nanoTime();
            records.addAll(batch);
        }
        return this;
    }

    /** Polls for a while, whatever comes. */
    public Published more(TaskHarness task) {
        int most = records.size() + MOST_MORE;
        for (int idle = 0; idle < IDLE && records.size() < most; ) {
            List<SourceRecord> batch = task.poll();
            idle = batch.isEmpty() ? idle + 1 : 0;
            records.addAll(batch);
        }
        return this;
    }

    public List<SourceRecord> records() {
        return records;
    }

    public int size() {
        return records.size();
    }

    public static String key(SourceRecord record) {
        return new String((byte[]) record.key(), StandardCharsets.UTF_8);
    }

    /** Topic and key to value; each key may come once. */
    public Map<String, String> byKey() {
        Map<String, String> values = new TreeMap<>();
        for (SourceRecord record : records) {
            String name = record.topic() + " " + key(record);
            String value =
                    record.value() == null
                            ? "tombstone"
                            : new String((byte[]) record.value(), StandardCharsets.UTF_8);
            assertThat(values.put(name, value)).as("published twice: " + name).isNull();
        }
        return values;
    }

    public List<Signal> signals() {
        return records.stream()
                .filter(record -> record.topic().startsWith("ingest.signal."))
                .map(record -> Json.read((byte[]) record.value(), Signal.class))
                .toList();
    }

    /** Reasons of dead letters. */
    public List<String> deadLetters() {
        return records.stream()
                .filter(record -> record.topic().equals("ingest.dead-letter.v1"))
                .map(record -> new String((byte[]) record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
