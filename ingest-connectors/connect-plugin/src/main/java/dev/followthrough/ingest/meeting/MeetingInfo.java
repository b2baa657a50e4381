package dev.followthrough.ingest.meeting;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a meeting besides its transcript.
 *
 * @param id stable at the source
 * @param start when the recording's clock stood at zero
 * @param zone the meeting's
 */
public record MeetingInfo(
        String id,
        @Nullable String topic,
        Instant start,
        ZoneId zone,
        List<Participant> participants) {
    /**
     * Somebody invited or present.
     *
     * @param side the source's hint
     */
    public record Participant(String name, @Nullable String email, Side side) {
        /** Of a source that does not tell sides apart. */
        public Participant(String name, @Nullable String email) {
            this(name, email, Side.UNKNOWN);
        }
    }

    public MeetingInfo {
        participants = List.copyOf(participants);
    }

    /** Whether a JSON object is the sidecar of a transcript rather than something else. */
    public static boolean isSidecar(JsonNode json) {
        return json.isObject()
                && json.has("start")
                && (json.has("participants") || json.has("zone") || json.has("topic"));
    }

    /**
     * Fills what a sidecar says over what was known without it; what it says wrongly is as if not
     * said.
     */
    public MeetingInfo with(JsonNode sidecar) {
        OffsetDateTime start = start(sidecar.path("start").asText(""));
        ZoneId zone = zone(sidecar.path("zone").asText(""));
        String id = sidecar.path("id").asText("");
        String topic = sidecar.path("topic").asText("");
        return new MeetingInfo(
                id.isBlank() ? this.id : id,
                topic.isBlank() ? this.topic : topic,
                start == null ? this.start : start.toInstant(),
                zone != null ? zone : start != null ? start.getOffset() : this.zone,
                participants(sidecar.path("participants")));
    }

    private static @Nullable OffsetDateTime start(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return text.isBlank() ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<Participant> participants(JsonNode list) {
        List<Participant> participants = new ArrayList<>();
        for (JsonNode one : list) {
            String email = one.path("email").asText("");
            String name = one.path("name").asText(email);
            if (!name.isBlank()) {
                participants.add(
                        new Participant(name.strip(), email.isBlank() ? null : email.strip()));
            }
        }
        return participants;
    }

    /**
     * A turn read where participants are known is a later revision of the same turn read where they
     * are not: it knows their addresses, whichever of both comes last.
     */
    int revisionStep() {
        return participants.isEmpty() ? 0 : 1;
    }

    /** Nothing known but an id and a start. */
    public static MeetingInfo bare(String id, Instant start) {
        return new MeetingInfo(id, null, start, ZoneOffset.UTC, List.of());
    }
}
