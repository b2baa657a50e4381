package dev.followthrough.ingest.files;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.topic.CloudEvents;
import dev.followthrough.contracts.topic.Deployment;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.ingest.Mapped;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * What was read, as records of a Connect worker: topic, key, partition, headers, bytes, and the
 * offset behind it.
 */
final class SourceRecords {
    private static final String MODULE = "ingest-connectors";

    private final Deployment deployment;
    private final int maxBytes;
    private final InstantSource clock;

    SourceRecords(Deployment deployment, int maxBytes, InstantSource clock) {
        this.deployment = deployment;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    static Map<String, String> partition(String file) {
        return Map.of("file", file);
    }

    /** The record, or null for what is left out. */
    @Nullable SourceRecord of(Read read) {
        if (read instanceof Read.Said said) {
            return record(
                    read,
                    Topics.signal(said.signal().source()),
                    Keys.signal(said.signal()),
                    Json.bytes(said.signal()),
                    said.signal().saidAt());
        }
        if (read instanceof Read.Known known) {
            return record(
                    read,
                    Topics.DIRECTORY,
                    Keys.directory(known.entry()),
                    Json.bytes(known.entry()),
                    clock.instant());
        }
        return read instanceof Read.Dead dead ? dead(read, dead.letter()) : null;
    }

    private SourceRecord dead(Read read, DeadLetter letter) {
        Key key =
                Key.of(
                        "file:" + read.file(),
                        letter.position()
                                .getOrDefault("item", letter.position().getOrDefault("byte", "0")));
        return record(read, Topics.deadLetter("ingest"), key, Json.bytes(letter), letter.at());
    }

    private SourceRecord record(Read read, Topic<?> topic, Key key, byte[] value, Instant time) {
        if (value.length > maxBytes) {
            return tooLarge(read, key, value);
        }
        return new SourceRecord(
                partition(read.file()),
                read.offset().toMap(),
                deployment.name(topic),
                deployment.partition(key),
                Schema.BYTES_SCHEMA,
                key.bytes(),
                Schema.BYTES_SCHEMA,
                value,
                null, // the broker refuses times in the future, and senders' clocks are wrong
                headers(key, topic, time));
    }

    private SourceRecord tooLarge(Read read, Key key, byte[] value) {
        String detail =
                "record must have at most "
                        + maxBytes
                        + " bytes, "
                        + key.rest()
                        + " had "
                        + value.length;
        Mapped.Rejected rejected = new Mapped.Rejected("record-too-large", detail);
        DeadLetter letter =
                new Letters(read.file(), clock)
                        .write(rejected, "item", read.offset().next(), new byte[0]);
        return dead(read, letter);
    }

    private static Headers headers(Key key, Topic<?> topic, Instant time) {
        ConnectHeaders headers = new ConnectHeaders();
        CloudEvents.attributes(key.toString(), MODULE, topic, time)
                .forEach((name, text) -> headers.add(name, text, Schema.STRING_SCHEMA));
        return headers;
    }
}
