package dev.followthrough.ingest.receiver.door;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.contracts.topic.Topic;
import dev.followthrough.contracts.topic.Topics;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A record on its way to Kafka. Same topic, key and bytes as a connector's record of the same
 * thing.
 *
 * @param value null takes away what stands under the key
 * @param time when it happened at its source
 * @param permalink where a person opens it there; a header, as connectors write it
 */
public record Outgoing(
        Topic<?> topic,
        Key key,
        byte @Nullable [] value,
        Instant time,
        @Nullable String permalink) {
    private Outgoing(Topic<?> topic, Key key, byte @Nullable [] value, Instant time) {
        this(topic, key, value, time, null);
    }

    public static Outgoing action(Action action) {
        return new Outgoing(Topics.ACTION, Keys.action(action), Json.bytes(action), action.at());
    }

    static Outgoing signal(Signal signal, @Nullable String permalink) {
        return new Outgoing(
                Topics.signal(signal.source()),
                Keys.signal(signal),
                Json.bytes(signal),
                signal.saidAt(),
                permalink);
    }

    static Outgoing directory(DirectoryEntry entry, Instant now) {
        return new Outgoing(Topics.DIRECTORY, Keys.directory(entry), Json.bytes(entry), now);
    }

    /** Erases an entry of the directory. */
    public static Outgoing erased(String entity, Instant now) {
        return new Outgoing(Topics.DIRECTORY, Key.of(entity), null, now);
    }

    /**
     * @param digest of what could not be read: sent again, it is the same letter
     */
    static Outgoing dead(String endpoint, String digest, DeadLetter letter) {
        return new Outgoing(
                Topics.deadLetter("ingest"),
                Key.of("receiver:" + endpoint, digest),
                Json.bytes(letter),
                letter.at());
    }

    int size() {
        return value == null ? 0 : value.length;
    }
}
