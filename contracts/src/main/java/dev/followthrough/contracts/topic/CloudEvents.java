package dev.followthrough.contracts.topic;

import org.apache.kafka.common.header.Headers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * CloudEvents 1.0 attributes as Kafka headers (binary mode), so that the value stays the record and
 * a tombstone stays null.
 *
 * @see <a
 *     href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding 1.0.2</a>
 */
public final class CloudEvents {
    private CloudEvents() {}

    /**
     * The attributes of one record.
     *
     * @param id unique for this source: the record's key serves, since equal keys and bytes are one
     *     event
     * @param module who writes: {@code extractor-stream}
     * @param time when the event happened at its origin, not when it was processed
     */
    public static Map<String, String> attributes(
            String id, String module, Topic<?> topic, Instant time) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ce_specversion", "1.0");
        attributes.put("ce_id", id);
        attributes.put("ce_source", "/followthrough/" + module);
        attributes.put("ce_type", "dev.followthrough." + topic.name());
        attributes.put("ce_time", time.toString());
        attributes.put("content-type", "application/json");
        return attributes;
    }

    /** Overwrites the attributes on a record's headers; other headers stay. */
    public static void stamp(
            Headers headers, String id, String module, Topic<?> topic, Instant time) {
        attributes(id, module, topic, time)
                .forEach(
                        (name, value) -> {
                            headers.remove(name);
                            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
                        });
    }
}
