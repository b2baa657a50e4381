package dev.followthrough.extract.topology;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.extract.conversation.Change;
import dev.followthrough.extract.conversation.Conversations;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.time.Instant;
import java.util.List;

/** What the three steps of {@code extract-read} share: commit the decision, then forward it. */
final class ReadStep {
    private final ProcessorContext<String, Reading> context;
    private final ReadingTools tools;
    private final Conversations conversations;

    ReadStep(ProcessorContext<String, Reading> context, ReadingTools tools) {
        this.context = context;
        this.tools = tools;
        this.conversations =
                new Conversations(
                        ExtractStores.tables(context), tools.reader(), tools.rulesVersion());
    }

    Conversations conversations() {
        return conversations;
    }

    /** Writes the tables, then forwards: the transaction makes it one. */
    void publish(List<Change> changes, long timestamp) {
        conversations.commit();
        for (Change change : changes) {
            String key = Keys.reading(change.account(), change.signal()).toString();
            Reading reading = change.reading();
            Headers headers = new RecordHeaders();
            CloudEvents.stamp(
                    headers,
                    key,
                    "extractor-stream",
                    Topics.READING,
                    reading == null ? Instant.ofEpochMilli(timestamp) : reading.saidAt());
            if (reading != null) {
                reading.candidates().forEach(this::count);
            }
            context.forward(new Record<>(key, reading, timestamp, headers));
        }
    }

    private void count(Candidate candidate) {
        tools.metrics()
                .counter("followthrough.candidates", "rule", candidate.evidence().rule())
                .increment();
    }
}
