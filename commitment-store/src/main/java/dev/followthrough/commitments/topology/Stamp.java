package dev.followthrough.commitments.topology;

import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Topic;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

import java.time.Instant;

/** CloudEvents attributes of what leaves, in place of those that came in. */
final class Stamp {
    private static final String MODULE = "commitment-store";

    private Stamp() {}

    /** The same record with headers of its own; its timestamp is the cause's. */
    static <V> Record<String, V> on(Record<String, V> record, Topic<?> topic) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        Instant time = Instant.ofEpochMilli(record.timestamp());
        CloudEvents.stamp(headers, record.key(), MODULE, topic, time);
        return record.withHeaders(headers);
    }
}
