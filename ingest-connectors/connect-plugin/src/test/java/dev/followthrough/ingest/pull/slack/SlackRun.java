package dev.followthrough.ingest.pull.slack;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.pull.TaskHarness;

import org.apache.kafka.connect.source.SourceRecord;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A task that reads a stub of Slack with one channel. */
final class SlackRun implements AutoCloseable {
    final SlackStub slack = new SlackStub().channel("C1", "acme");
    final TaskHarness task = new TaskHarness();

    TaskHarness start() {
        slack.settings().forEach(task::with);
        return task.start(new SlackSource());
    }

    /** What comes until so many records are there, the channel and two people among them. */
    List<Signal> signals(int most) {
        return signals(task.take(most + 3));
    }

    static List<Signal> signals(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals("ingest.signal.slack.v1"))
                .map(record -> Json.read((byte[]) record.value(), Signal.class))
                .toList();
    }

    static List<String> texts(List<Signal> signals) {
        return signals.stream().map(Signal::text).toList();
    }

    /** Until a review has begun after now and ended. */
    List<Signal> review() {
        List<Signal> all = new ArrayList<>();
        int reviews = 2;
        for (int i = 0; i < 400 && reviews > 0; i++) {
            task.pace().pass(Duration.ofMinutes(16));
            int before = slack.calls("conversations.history");
            all.addAll(signals(task.poll()));
            reviews -= slack.calls("conversations.history") >= before + 2 ? 1 : 0;
        }
        return all;
    }

    @Override
    public void close() {
        task.close();
        slack.close();
    }
}
