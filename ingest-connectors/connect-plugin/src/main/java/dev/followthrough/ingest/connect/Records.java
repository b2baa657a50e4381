package dev.followthrough.ingest.connect;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
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

/**
 * What was read, as records of a Connect worker: topic, key, partition, headers, bytes, and the
 * offset behind it. Thread-safe.
 */
public final class Records {
    private static final String MODULE = "ingest-connectors";

    private final Deployment deployment;
    private final int maxBytes;
    private final InstantSource clock;

    /**
     * @param maxBytes largest value; what is larger becomes a dead letter
     */
    public Records(Deployment deployment, int maxBytes, InstantSource clock) {
        this.deployment = deployment;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    public SourceRecord said(Origin origin, Signal signal) {
        return record(
                origin,
                Topics.signal(signal.source()),
                Keys.signal(signal),
                Json.bytes(signal),
                signal.saidAt());
    }

    public SourceRecord known(Origin origin, DirectoryEntry entry) {
        return record(
                origin,
                Topics.DIRECTORY,
                Keys.directory(entry),
                Json.bytes(entry),
                clock.instant());
    }

    /** A tombstone: the source deleted the entry. */
    public SourceRecord gone(Origin origin, String entity) {
        return record(origin, Topics.DIRECTORY, Key.of(entity), null, clock.instant());
    }

    /** What could not be read, with the original bytes. */
    public SourceRecord rejected(Origin origin, Mapped.Rejected rejected, byte[] original) {
        return dead(
                origin, DeadLetters.write(rejected, origin.position(), original, clock.instant()));
    }

    public SourceRecord dead(Origin origin, DeadLetter letter) {
        Key key = Key.of(origin.place(), origin.item());
        return record(origin, Topics.deadLetter("ingest"), key, Json.bytes(letter), letter.at());
    }

    private SourceRecord record(
            Origin origin, Topic<?> topic, Key key, byte @Nullable [] value, Instant time) {
        if (value != null && value.length > maxBytes) {
            return tooLarge(origin, key, value);
        }
        return new SourceRecord(
                origin.partition(),
                origin.offset(),
                deployment.name(topic),
                deployment.partition(key),
                Schema.BYTES_SCHEMA,
                key.bytes(),
                value == null ? Schema.OPTIONAL_BYTES_SCHEMA : Schema.BYTES_SCHEMA,
                value,
                null, // the broker refuses times in the future, and senders' clocks are wrong
                headers(origin, key, topic, time));
    }

    private SourceRecord tooLarge(Origin origin, Key key, byte[] value) {
        String detail =
                "record must have at most "
                        + maxBytes
                        + " bytes, "
                        + key.rest()
                        + " had "
                        + value.length;
        return rejected(origin, new Mapped.Rejected("record-too-large", detail), new byte[0]);
    }

    private static Headers headers(Origin origin, Key key, Topic<?> topic, Instant time) {
        ConnectHeaders headers = new ConnectHeaders();
        CloudEvents.attributes(key.toString(), MODULE, topic, time)
                .forEach((name, text) -> headers.add(name, text, Schema.STRING_SCHEMA));
        String permalink = origin.position().get(Origin.PERMALINK);
        if (permalink != null) {
            headers.add(Origin.PERMALINK, permalink, Schema.STRING_SCHEMA);
        }
        return headers;
    }
}
