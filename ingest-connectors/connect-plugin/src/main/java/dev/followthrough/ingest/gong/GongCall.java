package dev.followthrough.ingest.gong;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.meeting.MeetingInfo;
import dev.followthrough.ingest.meeting.MeetingInfo.Participant;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A recorded call, as {@code /v2/calls/extensive} shows it.
 *
 * @param json with {@code metaData} and {@code parties}
 */
public record GongCall(JsonNode json) {
    private static final int LAST_YEAR = 9999;

    /** Gong's number for it, of up to 20 digits; empty where there is none. */
    public String id() {
        String id = meta("id");
        return id.matches("\\d{1,20}") ? id : "";
    }

    /** When its recording began; null where that is not readable. */
    public @Nullable Instant start() {
        OffsetDateTime time = time("started");
        return time == null ? null : time.toInstant();
    }

    /**
     * The latest time that it can be listed under: calls are, by their kind, listed under when they
     * began or were to begin. Null where neither is readable.
     */
    public @Nullable Instant listed() {
        Instant start = start();
        OffsetDateTime scheduled = time("scheduled");
        boolean later =
                scheduled != null && (start == null || scheduled.toInstant().isAfter(start));
        return scheduled != null && later ? scheduled.toInstant() : start;
    }

    /** Whether somebody at Gong has kept it to those who were there. */
    public boolean isPrivate() {
        return json.path("metaData").path("isPrivate").asBoolean(false);
    }

    /** Where a person listens to it: an address, empty where Gong shows none. */
    public Optional<String> link() {
        String url = meta("url");
        return url.startsWith("https://") ? Optional.of(url) : Optional.empty();
    }

    /**
     * What is known of it besides its transcript; the zone is that in which Gong writes its start.
     *
     * @param start as {@link #start}
     */
    public MeetingInfo info(Instant start) {
        String title = meta("title");
        OffsetDateTime started = time("started");
        ZoneId zone = started == null ? ZoneOffset.UTC : started.getOffset();
        Set<Participant> people = new LinkedHashSet<>();
        for (JsonNode party : json.path("parties")) {
            Participant participant = participant(party);
            if (participant != null) {
                people.add(participant);
            }
        }
        return new MeetingInfo(
                id(), title.isBlank() ? null : title, start, zone, List.copyOf(people));
    }

    /** Who spoke, by Gong's id for a speaker. An id that is given to two people names nobody. */
    Map<String, Participant> speakers() {
        Map<String, List<Participant>> found = new HashMap<>();
        for (JsonNode party : json.path("parties")) {
            String speaker = party.path("speakerId").asText("");
            Participant participant = participant(party);
            if (!speaker.isEmpty() && participant != null) {
                found.computeIfAbsent(speaker, id -> new ArrayList<>()).add(participant);
            }
        }
        Map<String, Participant> speakers = new HashMap<>();
        found.forEach(
                (id, people) -> {
                    if (people.stream().distinct().count() == 1) {
                        speakers.put(id, people.get(0));
                    }
                });
        return speakers;
    }

    /** Null for somebody with neither name nor address: a telephone. */
    private static @Nullable Participant participant(JsonNode party) {
        String email = party.path("emailAddress").asText("").strip();
        String name = party.path("name").asText("").strip();
        String shown = name.isEmpty() ? email : name;
        return shown.isEmpty()
                ? null
                : new Participant(shown, email.isEmpty() ? null : email, side(party));
    }

    private static Side side(JsonNode party) {
        return switch (party.path("affiliation").asText("").toLowerCase(Locale.ROOT)) {
            case "internal" -> Side.OURS;
            case "external" -> Side.CUSTOMER;
            default -> Side.UNKNOWN;
        };
    }

    private String meta(String field) {
        return json.path("metaData").path(field).asText("");
    }

    private @Nullable OffsetDateTime time(String field) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(meta(field));
            return time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
