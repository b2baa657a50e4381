package dev.followthrough.extract.app;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.time.BusinessCalendar;
import dev.followthrough.extract.time.TimeContext;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line of {@code extract}'s input as a signal with its context.
 *
 * @param id the line's own id, given back as it came
 */
record ExtractLine(String id, Signal signal, Context context, TimeContext clock) {
    private static final int MAX_PREVIOUS = Context.MAX_PREVIOUS;

    /** With a plain calendar. */
    static ExtractLine of(JsonNode json, Instant start) {
        return of(json, start, BusinessCalendar.PLAIN);
    }

    /**
     * Throws {@link IllegalArgumentException} with one line that names the field at fault.
     *
     * @param calendar counts where the line names no fiscal year of its own
     */
    static ExtractLine of(JsonNode json, Instant start, BusinessCalendar calendar) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(
                    "line must be a JSON object, was "
                            + json.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        String id = text(json, "id");
        String said = text(json, "text");
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("field 'id' must be a text that is not blank");
        }
        if (said == null) {
            throw new IllegalArgumentException("field 'text' must be a text");
        }
        ZoneId zone = zone(json);
        Instant saidAt = saidAt(json, start);
        Party author = party(json.get("author"), "author");
        List<Party> audience = new ArrayList<>();
        json.path("audience").forEach(p -> audience.add(party(p, "audience")));
        Signal signal = signal(id, said, saidAt, zone, author, audience);
        Context context = new Context(previous(json, signal), null);
        return new ExtractLine(id, signal, context, clock(json, saidAt, zone, calendar));
    }

    private static Signal signal(
            String id, String text, Instant at, ZoneId zone, Party author, List<Party> audience) {
        return new Signal(
                new SignalId(id),
                0,
                false,
                SignalKind.CHAT,
                Source.EVENT,
                new ConversationId("extract"),
                null,
                at,
                zone,
                author,
                audience,
                null,
                null,
                text,
                null,
                List.of(),
                List.of(new Place(0, id)),
                Facts.NONE);
    }

    /**
     * Earlier turns, a minute apart, oldest first; a name that is the author's or a hearer's is
     * that person.
     */
    private static List<Signal> previous(JsonNode json, Signal now) {
        List<Signal> previous = new ArrayList<>();
        JsonNode turns = json.path("previous");
        int from = Math.max(0, turns.size() - MAX_PREVIOUS);
        for (int i = from; i < turns.size(); i++) {
            String text = text(turns.get(i), "text");
            String name = text(turns.get(i), "author");
            if (text == null || text.isBlank()) {
                continue;
            }
            Party author = known(name, now);
            Instant at = now.saidAt().minusSeconds(60L * (turns.size() - i));
            previous.add(
                    signal(
                            now.id().value() + "/previous/" + i,
                            text,
                            at,
                            now.zone(),
                            author,
                            List.of()));
        }
        return previous;
    }

    private static Party known(@Nullable String name, Signal now) {
        if (name != null && !name.isBlank()) {
            for (Party party : now.audience()) {
                if (name.equalsIgnoreCase(party.name())) {
                    return party;
                }
            }
            return name.equalsIgnoreCase(now.author().name())
                    ? now.author()
                    : new Party("name:" + name, name, null, Side.UNKNOWN);
        }
        return new Party("unknown", null, null, Side.UNKNOWN);
    }

    private static Party party(@Nullable JsonNode json, String field) {
        if (json == null || json.isNull()) {
            return new Party("unknown-" + field, null, null, Side.UNKNOWN);
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("field '" + field + "' must hold name and email");
        }
        String name = text(json, "name");
        String email = text(json, "email");
        String id =
                email != null && !email.isBlank()
                        ? "mail:" + email
                        : name != null && !name.isBlank() ? "name:" + name : "unknown-" + field;
        return new Party(id, name, email, Side.UNKNOWN);
    }

    private static ZoneId zone(JsonNode json) {
        String zone = text(json, "zone");
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "field 'zone' must be an IANA zone, was '" + zone + "'", e);
        }
    }

    private static Instant saidAt(JsonNode json, Instant start) {
        String at = text(json, "said_at");
        if (at == null) {
            return start;
        }
        try {
            return OffsetDateTime.parse(at, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "field 'said_at' must be RFC 3339 with offset, was '" + at + "'", e);
        }
    }

    private static TimeContext clock(
            JsonNode json, Instant at, ZoneId zone, BusinessCalendar calendar) {
        JsonNode month = json.get("fiscal_year_start_month");
        if (month == null || month.isNull()) {
            return TimeContext.of(at, zone).in(calendar);
        }
        if (!month.isInt() || month.intValue() < 1 || month.intValue() > 12) {
            throw new IllegalArgumentException(
                    "field 'fiscal_year_start_month' must lie in 1…12, was " + month);
        }
        return TimeContext.of(at, zone).in(calendar.withFiscalYearStartMonth(month.intValue()));
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field '" + field + "' must be a text");
        }
        return value.textValue();
    }
}
