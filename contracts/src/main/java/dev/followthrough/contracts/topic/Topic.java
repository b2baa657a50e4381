package dev.followthrough.contracts.topic;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Source;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic, declared once: {@code <owner>.<record>[.<source>].v<major>}; the first segment is the
 * only writer.
 *
 * @param name without the deployment's prefix
 * @param type record the value holds
 * @param place what the key's first part names; topics of one kind of place share a partition count
 * @param retention absent for compacted topics, which keep the newest value of a key for ever
 * @param doc one line for the generated reference
 */
public record Topic<V>(
        String name, Class<V> type, PlaceKind place, @Nullable Duration retention, String doc) {
    /** Kinds of places. */
    public enum PlaceKind {
        CONVERSATION,
        ENTITY,
        ACCOUNT,
        DESTINATION,
        /** As the record it came from. */
        SOURCE
    }

    static <V> Topic<V> compacted(String name, Class<V> type, PlaceKind place, String doc) {
        return new Topic<>(name, type, place, null, doc);
    }

    static <V> Topic<V> expiring(
            String name, Class<V> type, PlaceKind place, Duration retention, String doc) {
        return new Topic<>(name, type, place, retention, doc);
    }

    /** The module that alone writes it. */
    public String owner() {
        return name.substring(0, name.indexOf('.'));
    }

    /** What the topic is created with, and checked against at start. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put("cleanup.policy", retention == null ? "compact" : "delete");
        // The broker's clock: what was said years ago must not expire on arrival, and a clock set
        // ahead (--as-of, a mail dated 2099) must not be refused.
        config.put("message.timestamp.type", "LogAppendTime");
        if (retention == null) {
            config.put("max.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis()));
            config.put("delete.retention.ms", Long.toString(Duration.ofDays(30).toMillis()));
        } else {
            config.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return config;
    }

    /** Keys are text: see {@link Key}. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /**
     * Canonical JSON; a value that cannot be read fails with {@link SerializationException} caused
     * by a Rejected.
     */
    public Serde<V> values() {
        return serde(type);
    }

    /** The same for any record, for stores. */
    public static <T> Serde<T> serde(Class<T> type) {
        Serializer<T> write = (topic, value) -> value == null ? null : Json.bytes(value);
        Deserializer<T> read =
                (topic, bytes) -> {
                    try {
                        return bytes == null ? null : Json.read(bytes, type);
                    } catch (dev.followthrough.contracts.json.Rejected e) {
                        throw new SerializationException(e.reason() + ": " + e.getMessage(), e);
                    }
                };
        return Serdes.serdeFrom(write, read);
    }

    static String segment(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
