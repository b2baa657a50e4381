package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.HtmlText;
import dev.followthrough.ingest.receiver.door.JsonBody;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Any tool's JSON to signals, by declared fields. Pure, thread-safe; never throws on bad input. */
final class EventMapper {
    private static final int MAX_ID = 512;
    private static final int MOST_ITEMS = 1_000;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final String INVALID = "invalid-event";

    private final EventFields fields;
    private final EventPeople people;
    private final EventFacts facts;

    EventMapper(EventFields fields) {
        this.fields = fields;
        this.people = new EventPeople(fields, this::own);
        this.facts = new EventFacts(fields, people);
    }

    List<Mapped> map(JsonNode document) {
        JsonNode items = document.at(fields.items());
        if (!items.isArray()) {
            return List.of(item(items));
        }
        if (items.size() > MOST_ITEMS) {
            return List.of(
                    rejected("items must be at most " + MOST_ITEMS + ", were " + items.size()));
        }
        List<Mapped> mapped = new ArrayList<>();
        items.forEach(item -> mapped.add(item(item)));
        return mapped;
    }

    /** Where a person opens the items of a document, as far as it says. */
    Map<SignalId, String> permalinks(JsonNode document) {
        JsonPointer declared = fields.permalink() == null ? fields.link() : fields.permalink();
        Map<SignalId, String> links = new HashMap<>();
        if (declared != null) {
            for (JsonNode item : list(fields.items(), document, MOST_ITEMS)) {
                String id = text(item, fields.id());
                String link = text(item, declared);
                if (id != null && link != null) {
                    links.put(new SignalId(own(id)), link);
                }
            }
        }
        return links;
    }

    private Mapped item(JsonNode item) {
        if (!item.isObject()) {
            return rejected("item must be an object, was " + item.getNodeType());
        }
        for (Map.Entry<JsonPointer, String> condition : fields.when().entrySet()) {
            if (!item.at(condition.getKey()).asText("").equals(condition.getValue())) {
                return new Mapped.Ignored("other");
            }
        }
        String id = text(item, fields.id());
        Instant at = time(item.at(fields.at()), fields.zone());
        if (id == null || id.length() > MAX_ID) {
            return rejected("id must stand at " + fields.id() + ", did not");
        }
        if (at == null) {
            return rejected("time must stand at " + fields.at() + ", did not");
        }
        boolean deleted = fields.deleted() != null && isTrue(item.at(fields.deleted()));
        String words = deleted ? "" : words(item);
        if (words.length() > Signal.MAX_TEXT) {
            return rejected(
                    "text must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + words.length());
        }
        return words.isEmpty() && !deleted
                ? new Mapped.Ignored("no-words")
                : new Mapped.Said(signal(item, id, at, deleted, words));
    }

    private Signal signal(JsonNode item, String id, Instant at, boolean deleted, String words) {
        String conversation = text(item, fields.conversation());
        String replyTo = text(item, fields.replyTo());
        String account = text(item, fields.account());
        String deal = text(item, fields.deal());
        String link = text(item, fields.link());
        return new Signal(
                new SignalId(own(id)),
                revision(item),
                deleted,
                fields.kind(),
                fields.source(),
                new ConversationId(own(conversation == null ? id : conversation)),
                replyTo == null ? null : new SignalId(own(replyTo)),
                at,
                fields.zone(),
                people.author(item),
                people.audience(item),
                account == null ? null : new AccountId(account),
                deal == null ? null : new DealId(deal),
                words,
                null,
                List.of(),
                List.of(new Place(0, link == null ? own(id) : link)),
                deleted ? Facts.NONE : facts.of(item));
    }

    /** Two sources may number their things alike. */
    private String own(String id) {
        return "event:" + fields.name() + "/" + id;
    }

    private String words(JsonNode item) {
        return fields.text().stream()
                .map(pointer -> item.at(pointer))
                .filter(JsonNode::isValueNode)
                .map(node -> HtmlText.of(node.asText("")))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private long revision(JsonNode item) {
        JsonNode revision = fields.revision() == null ? null : item.at(fields.revision());
        if (revision == null) {
            return 0;
        }
        if (revision.isIntegralNumber() && revision.canConvertToLong()) {
            return Math.max(0, revision.longValue());
        }
        Instant edited = time(revision, fields.zone());
        return edited == null ? 0 : edited.toEpochMilli();
    }

    static boolean isTrue(JsonNode node) {
        return node.isBoolean() ? node.booleanValue() : node.asText("").equalsIgnoreCase("true");
    }

    static @Nullable String text(JsonNode item, @Nullable JsonPointer pointer) {
        return pointer == null ? null : JsonBody.text(item.at(pointer));
    }

    /**
     * What stands at a pointer: the elements of an array, or one thing; none where nothing does.
     */
    static List<JsonNode> list(@Nullable JsonPointer pointer, JsonNode item, int most) {
        JsonNode node = pointer == null ? MissingNode.getInstance() : item.at(pointer);
        List<JsonNode> list = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (list.size() < most && !one.isMissingNode() && !one.isNull()) {
                list.add(one);
            }
        }
        return list;
    }

    /** Epoch seconds, epoch milliseconds, or ISO 8601; without an offset in the declared zone. */
    static @Nullable Instant time(JsonNode node, ZoneId zone) {
        try {
            Instant instant = parse(node.asText("").strip(), zone);
            return instant.isBefore(Instant.EPOCH) || !instant.isBefore(LATEST) ? null : instant;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant parse(String text, ZoneId zone) {
        if (text.matches("\\d{9,11}(\\.\\d+)?")) {
            return Instant.ofEpochSecond(Long.parseLong(text.replaceFirst("\\..*", "")));
        }
        if (text.matches("\\d{12,14}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        if (text.length() == "2026-01-31".length()) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        String iso =
                text.replaceFirst("^(\\S+) (\\S+)", "$1T$2")
                        .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        return iso.matches(".*(Z|z|[+-]\\d\\d:\\d\\d)$")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    private static Mapped rejected(String detail) {
        return new Mapped.Rejected(INVALID, detail);
    }
}
