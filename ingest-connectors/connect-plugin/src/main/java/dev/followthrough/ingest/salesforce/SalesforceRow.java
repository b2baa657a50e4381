package dev.followthrough.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * One row of a query.
 *
 * @param json the row as it came
 */
record SalesforceRow(JsonNode json) {
    /** {@code 2026-02-03T10:00:00.000+0000}, and with a colon or Z in the zone. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]");

    /** A field, or a field of a row it refers to ({@code Who.Email}); a blank one is none. */
    @Nullable String text(String field) {
        JsonNode at = json;
        for (String part : field.split("\\.")) {
            at = at.path(part);
        }
        return at.isValueNode() && !at.isNull() && !at.asText("").isBlank()
                ? at.asText().strip()
                : null;
    }

    @Nullable String id(String field) {
        return SalesforceId.of(text(field));
    }

    boolean isTrue(String field) {
        return "true".equalsIgnoreCase(text(field));
    }

    boolean isDeleted() {
        return isTrue("IsDeleted");
    }

    @Nullable Instant time(String field) {
        String text = text(field);
        try {
            return text == null ? null : OffsetDateTime.parse(text, STAMP).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Nullable LocalDate date(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What makes a later state win over an earlier one; 0 where the row has no stamp. */
    long revision() {
        Instant stamp = time("SystemModstamp");
        return stamp == null ? 0 : stamp.toEpochMilli();
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
