package dev.followthrough.ingest.receiver.door;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.Set;

/**
 * One member of a JSON document and where it stands, so that every complaint carries its pointer
 * (RFC 6901).
 *
 * @param node missing where the document has none
 */
public record Member(String pointer, JsonNode node) {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public Member at(String name) {
        return new Member(pointer + "/" + name, node.path(name));
    }

    public Member at(int index) {
        return new Member(pointer + "/" + index, node.path(index));
    }

    public boolean isAbsent() {
        return node.isMissingNode() || node.isNull();
    }

    public Problem invalid(String rule) {
        return Problem.invalid(
                pointer, (pointer.isEmpty() ? "the document" : pointer) + " must " + rule);
    }

    /** An object with no other members than these. */
    public Member object(Set<String> known) {
        if (!node.isObject()) {
            throw invalid("be an object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw at(name.replace("~", "~0").replace("/", "~1"))
                        .invalid(
                                "not be there; known are "
                                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    public String text(int most) {
        String text = textOrNull(most);
        if (text == null) {
            throw invalid("be a text that is not blank");
        }
        return text;
    }

    public @Nullable String textOrNull(int most) {
        if (isAbsent()) {
            return null;
        }
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw invalid("be a text that is not blank");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())) {
            throw invalid("be Unicode text, without half a surrogate pair");
        }
        if (node.textValue().length() > most) {
            throw invalid("have at most " + most + " characters");
        }
        return node.textValue();
    }

    public int number(int fallback, int most) {
        if (isAbsent()) {
            return fallback;
        }
        if (!node.isInt() || node.intValue() < 0 || node.intValue() > most) {
            throw invalid("be a whole number from 0 to " + most);
        }
        return node.intValue();
    }

    public @Nullable Instant instantOrNull() {
        String text = textOrNull(64);
        if (text == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Answered below: to the caller both are the same fault.
        }
        throw invalid("be an instant with an offset, like 2026-03-11T16:00:00Z, from 1970 to 9999");
    }
}
