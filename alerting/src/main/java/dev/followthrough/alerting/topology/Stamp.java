package dev.followthrough.alerting.topology;

import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Topic;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

import java.time.Instant;

/** Writes the CloudEvents attributes of what goes to a topic. */
final class Stamp<V> extends ContextualFixedKeyProcessor<String, V, V> {
    private static final String MODULE = "alerting";

    private final Topic<V> topic;

    Stamp(Topic<V> topic) {
        this.topic = topic;
    }

    @Override
    public void process(FixedKeyRecord<String, V> record) {
        CloudEvents.stamp(
                record.headers(),
                record.key(),
                MODULE,
                topic,
                Instant.ofEpochMilli(record.timestamp()));
        context().forward(record);
    }
}
