package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One object of the API: an id, properties that are all text, associations.
 *
 * @param json the object as it came
 */
record HubSpotObject(JsonNode json) {
    /** The id, or null where it has none. */
    @Nullable String id() {
        JsonNode id = json.path("id");
        return id.isValueNode() && !id.asText("").isBlank() ? id.asText() : null;
    }

    boolean has(String property) {
        return json.path("properties").has(property);
    }

    /** A property; a blank one is none. */
    @Nullable String text(String property) {
        return text(json.path("properties").path(property));
    }

    /** A field beside the properties. */
    @Nullable String field(String name) {
        return text(json.path(name));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.asText("").isBlank() && !value.isNull()
                ? value.asText().strip()
                : null;
    }

    /**
     * A property's time: ISO 8601, a date, or epoch milliseconds; null where it is none of them.
     */
    @Nullable Instant time(String property) {
        String text = text(property);
        return text == null ? null : parse(text);
    }

    @Nullable Instant fieldTime(String name) {
        String text = field(name);
        return text == null ? null : parse(text);
    }

    private static @Nullable Instant parse(String text) {
        try {
            if (text.matches("\\d{10,16}")) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }
            if (text.length() == "2026-01-31".length()) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    boolean isTrue(String property) {
        return "true".equalsIgnoreCase(text(property));
    }

    boolean isArchived() {
        return json.path("archived").asBoolean() || isTrue("archived");
    }

    /** The id of the first object of a kind it is associated with. */
    @Nullable String associated(String kind) {
        List<String> ids = allAssociated(kind);
        return ids.isEmpty() ? null : ids.get(0);
    }

    /** The ids of all objects of a kind it is associated with, in either form of the API. */
    List<String> allAssociated(String kind) {
        JsonNode results = json.path("associations").path(kind).path("results");
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode one : results.isArray() ? results : json.path("associations").path(kind)) {
            JsonNode id = one.hasNonNull("id") ? one.path("id") : one.path("toObjectId");
            if (id.isValueNode() && !id.asText("").isBlank()) {
                ids.add(id.asText());
            }
        }
        return List.copyOf(ids);
    }

    /** Names of attached files, where whoever fetched the object looked them up. */
    List<String> attachments() {
        List<String> names = new ArrayList<>();
        json.path("attachments").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The source's edit time: what makes a later state win over an earlier one. */
    long revision() {
        Instant archived = isArchived() ? fieldTime("archivedAt") : null;
        return Math.max(edited(), archived == null ? 0 : archived.toEpochMilli());
    }

    private long edited() {
        Instant modified =
                first(
                        time("hs_lastmodifieddate"),
                        time("lastmodifieddate"),
                        fieldTime("updatedAt"));
        return modified == null ? 0 : modified.toEpochMilli();
    }

    static @Nullable Instant first(@Nullable Instant... candidates) {
        for (Instant candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }
}
