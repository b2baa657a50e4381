package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.ingest.receiver.door.JsonBody;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an item states in fields of its own. Pure; a field that cannot be read is as if absent. */
final class EventFacts {
    private static final int MOST_FILES = 100;
    private static final int MAX_NAME = 300;
    private static final int MAX_STATUS = 100;

    private final EventFields fields;
    private final EventPeople people;

    EventFacts(EventFields fields, EventPeople people) {
        this.fields = fields;
        this.people = people;
    }

    Facts of(JsonNode item) {
        List<String> files = attachments(item);
        if (!fields.task().isDeclared()) {
            return files.isEmpty() ? Facts.NONE : Facts.attachments(files);
        }
        return new Facts(status(item), due(item), people.assignee(item), files, null, null);
    }

    /** The words of a tool for done are one: {@code completed}. */
    private @Nullable String status(JsonNode item) {
        JsonPointer declared = fields.task().status();
        JsonNode node = declared == null ? null : item.at(declared);
        if (node == null || node.isBoolean()) {
            return node == null ? null : node.booleanValue() ? "completed" : "not_started";
        }
        String label = JsonBody.text(node);
        if (label == null || label.length() > MAX_STATUS) {
            return null;
        }
        String lower = label.toLowerCase(Locale.ROOT);
        String plain = lower.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
        boolean done =
                fields.task().completed().contains(lower)
                        || fields.task().completed().contains(plain);
        return done ? "completed" : plain.isEmpty() ? null : plain;
    }

    /** A day lasts to its end. */
    private @Nullable Instant due(JsonNode item) {
        JsonPointer declared = fields.task().due();
        if (declared == null) {
            return null;
        }
        JsonNode node = item.at(declared);
        Instant day = day(node.asText("").strip());
        return day == null ? EventMapper.time(node, fields.zone()) : day;
    }

    private @Nullable Instant day(String text) {
        try {
            LocalDate day = text.length() == "2026-01-31".length() ? LocalDate.parse(text) : null;
            return day == null || day.getYear() < 1970 || day.getYear() > 9998
                    ? null
                    : day.plusDays(1).atStartOfDay(fields.zone()).toInstant().minusSeconds(1);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private List<String> attachments(JsonNode item) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : EventMapper.list(fields.attachments(), item, MOST_FILES)) {
            String name = JsonBody.text(one.isObject() ? one.path("name") : one);
            if (name != null && name.length() <= MAX_NAME) {
                names.add(name);
            }
        }
        return names;
    }
}
