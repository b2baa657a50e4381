package dev.followthrough.standalone.lines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

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
import dev.followthrough.extract.time.TimeContext;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads {@code
 * {"id","text","said_at"?,"zone"?,"author"?,"audience"?,"previous"?,"fiscal_year_start_month"?}}.
 */
final class LineReader {
    private static final JsonMapper JSON = new JsonMapper();

    /** Earlier turns come without a time: a minute apart is as good as any. */
    private static final Duration APART = Duration.ofMinutes(1);

    private final Instant started;

    /**
     * @param started when a line without {@code said_at} was said
     */
    LineReader(Instant started) {
        this.started = started;
    }

    Line read(String json) throws BadLine {
        JsonNode node = object(json);
        String id = text(node, "id");
        ZoneId zone = zone(node.path("zone"));
        Instant saidAt = saidAt(node.path("said_at"));
        Party author = party(node.path("author"), "author", List.of());
        List<Party> audience = audience(node.path("audience"), author);
        Signal signal = signal(id, saidAt, zone, author, audience, text(node, "text"));
        Context context = new Context(previous(node.path("previous"), signal), null);
        return new Line(
                id,
                signal,
                context,
                TimeContext.of(saidAt, zone)
                        .withFiscalYearStartMonth(month(node.path("fiscal_year_start_month"))));
    }

    private static JsonNode object(String json) throws BadLine {
        try {
            JsonNode node = JSON.readTree(json);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new BadLine("not JSON: it breaks off at column " + e.getLocation().getColumnNr());
        }
        throw new BadLine("a line must be a JSON object");
    }

    private static String text(JsonNode node, String name) throws BadLine {
        JsonNode value = node.path(name);
        if (!value.isTextual() || (name.equals("id") && value.textValue().isBlank())) {
            throw new BadLine("/" + name + " must be a text");
        }
        if (value.textValue().length() > Signal.MAX_TEXT) {
            throw new BadLine("/" + name + " must have at most " + Signal.MAX_TEXT + " characters");
        }
        return value.textValue();
    }

    private static ZoneId zone(JsonNode node) throws BadLine {
        if (node.isMissingNode() || node.isNull()) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(node.asText());
        } catch (DateTimeException e) {
            throw new BadLine("/zone must be an IANA zone like Europe/Oslo");
        }
    }

    private Instant saidAt(JsonNode node) throws BadLine {
        if (node.isMissingNode() || node.isNull()) {
            return started;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            throw new BadLine(
                    "/said_at must be an instant with an offset, like 2026-03-11T09:00:00-07:00");
        }
    }

    private static int month(JsonNode node) throws BadLine {
        if (node.isMissingNode() || node.isNull()) {
            return 1;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > 12) {
            throw new BadLine("/fiscal_year_start_month must be a month from 1 to 12");
        }
        return node.intValue();
    }

    private static List<Party> audience(JsonNode node, Party author) throws BadLine {
        List<Party> audience = new ArrayList<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new BadLine("/audience must be a list");
        }
        for (JsonNode member : node) {
            audience.add(party(member, "audience " + audience.size(), List.of(author)));
        }
        return audience;
    }

    /**
     * A name, or an object with name and email; one already known by that name or address is the
     * same person.
     */
    private static Party party(JsonNode node, String fallback, List<Party> known) {
        String name = node.isTextual() ? node.textValue() : textOrNull(node.path("name"));
        String email = textOrNull(node.path("email"));
        if (name != null && email == null && name.contains("@") && !name.contains(" ")) {
            email = name;
            name = null;
        }
        for (Party party : known) {
            boolean same =
                    email != null
                            ? email.equalsIgnoreCase(party.email())
                            : name != null && name.equalsIgnoreCase(party.name());
            if (same) {
                return party;
            }
        }
        String id =
                email != null
                        ? "mail:" + email
                        : "line:" + Objects.requireNonNullElse(name, fallback);
        return new Party(id, name, email, Side.UNKNOWN);
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank() ? node.textValue() : null;
    }

    private static List<Signal> previous(JsonNode node, Signal signal) throws BadLine {
        List<Signal> previous = new ArrayList<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
            throw new BadLine("/previous must be a list");
        }
        List<Party> known = new ArrayList<>(signal.audience());
        known.add(signal.author());
        int n = node.size();
        for (int i = 0; i < n; i++) {
            Party author = party(node.path(i).path("author"), "previous " + i, known);
            known.add(author);
            Instant at = signal.saidAt().minus(APART.multipliedBy(n - i));
            previous.add(
                    signal(
                            signal.id() + "/previous/" + String.format("%04d", i),
                            at,
                            signal.zone(),
                            author,
                            List.of(signal.author()),
                            text(node.path(i), "text")));
        }
        return previous;
    }

    private static Signal signal(
            String id,
            Instant saidAt,
            ZoneId zone,
            Party author,
            List<Party> audience,
            String text) {
        return new Signal(
                new SignalId(id),
                0,
                false,
                SignalKind.CHAT,
                Source.EVENT,
                new ConversationId("line:" + id),
                null,
                saidAt,
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
}
