package dev.followthrough.ingest.receiver.support;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.JsonBody;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Conversations and tickets of Intercom to signals: what opened one, where the event is about that,
 * and the parts that an event brings. Pure, thread-safe; never throws on bad input.
 */
final class IntercomEvents {
    private static final String INVALID = "invalid-intercom-event";
    private static final long LATEST = 253_402_300_799L;
    private static final Set<String> OPENING =
            Set.of(
                    "conversation.user.created",
                    "conversation.admin.single.created",
                    "ticket.created");

    private IntercomEvents() {}

    static List<Mapped> map(JsonNode notification) {
        String topic = notification.path("topic").asText("");
        JsonNode item = notification.path("data").path("item");
        if (!topic.startsWith("conversation") && !topic.startsWith("ticket")) {
            return List.of(new Mapped.Ignored("topic"));
        }
        String app = JsonBody.text(notification.path("app_id"));
        String id = JsonBody.text(item.path("id"));
        if (app == null || id == null) {
            return List.of(
                    new Mapped.Rejected(
                            INVALID, "event must have app_id and data.item.id, lacked one"));
        }
        Conversation conversation = new Conversation(app, id, item);
        if (topic.equals("conversation.deleted")) {
            return List.of(gone(conversation, time(notification.path("created_at"))));
        }
        List<Mapped> mapped = new ArrayList<>();
        if (OPENING.contains(topic)) {
            mapped.add(opening(conversation));
        }
        parts(item).forEach(part -> mapped.add(part(conversation, part)));
        return mapped.isEmpty() ? List.of(new Mapped.Ignored("no-words")) : mapped;
    }

    private record Conversation(String app, String id, JsonNode item) {
        String name() {
            boolean ticket = item.path("type").asText().equals("ticket");
            return "intercom:" + app + (ticket ? "/ticket/" : "/") + id;
        }

        String link() {
            String web = item.path("links").path("conversation_web").asText("");
            return web.startsWith("https://") ? web : name();
        }

        Party person(JsonNode author) {
            String id = JsonBody.text(author.path("id"));
            return new Party(
                    "intercom:" + app + "/" + (id == null ? "unknown" : id),
                    JsonBody.text(author.path("name")),
                    JsonBody.text(author.path("email")),
                    side(author));
        }

        List<Party> audience(Side author) {
            List<JsonNode> heard = new ArrayList<>();
            if (author == Side.OURS) {
                heard.add(item.path("user"));
                item.path("contacts").path("contacts").forEach(heard::add);
            } else {
                heard.add(item.path("assignee"));
            }
            return heard.stream()
                    .filter(one -> JsonBody.text(one.path("id")) != null)
                    .map(this::person)
                    .distinct()
                    .toList();
        }
    }

    private static Side side(JsonNode author) {
        return switch (author.path("type").asText("")) {
            case "admin", "team" -> Side.OURS;
            case "user", "lead", "contact" -> Side.CUSTOMER;
            default -> Side.UNKNOWN;
        };
    }

    private static List<JsonNode> parts(JsonNode item) {
        List<JsonNode> parts = new ArrayList<>();
        item.path("conversation_parts").path("conversation_parts").forEach(parts::add);
        item.path("ticket_parts").path("ticket_parts").forEach(parts::add);
        if (item.path("ticket_part").isObject()) {
            parts.add(item.path("ticket_part"));
        }
        return parts;
    }

    /** The message that opened a conversation, in the API's older and newer form, or a ticket. */
    private static Mapped opening(Conversation conversation) {
        JsonNode item = conversation.item();
        JsonNode source =
                item.has("source") ? item.path("source") : item.path("conversation_message");
        JsonNode attributes = item.path("ticket_attributes");
        Instant at = time(item.path("created_at"));
        JsonNode author = source.path("author");
        if (attributes.isObject()) {
            author = item.path("contacts").path("contacts").path(0);
        }
        if (at == null) {
            return new Mapped.Rejected(INVALID, "created_at must be seconds since 1970, was not");
        }
        if (author.path("type").asText().equals("bot")) {
            return new Mapped.Ignored("bot");
        }
        String body =
                attributes.isObject()
                        ? lines(
                                attributes.path("_default_title_").asText(""),
                                attributes.path("_default_description_").asText(""))
                        : lines(source.path("subject").asText(""), source.path("body").asText(""));
        return signal(conversation, "", source, at, author, body, false);
    }

    /** The event names no parts: what opened the conversation is taken back. */
    private static Mapped gone(Conversation conversation, @Nullable Instant at) {
        JsonNode item = conversation.item();
        Instant opened = time(item.path("created_at"));
        return at == null
                ? new Mapped.Rejected(INVALID, "created_at must be seconds since 1970, was not")
                : new SupportSignal(
                                conversation.name(),
                                "",
                                at.toEpochMilli(),
                                true,
                                false,
                                opened == null ? at : opened,
                                conversation.person(item.path("source").path("author")),
                                List.of(),
                                "",
                                List.of(),
                                conversation.link())
                        .mapped();
    }

    private static String lines(String first, String second) {
        return first.isBlank() ? second : "<p>" + first + "</p>" + second;
    }

    private static Mapped part(Conversation conversation, JsonNode part) {
        String id = JsonBody.text(part.path("id"));
        Instant at = time(part.path("created_at"));
        if (id == null || at == null) {
            return new Mapped.Rejected(
                    INVALID, "part must have an id and created_at in seconds since 1970");
        }
        if (part.path("author").path("type").asText().equals("bot")) {
            return new Mapped.Ignored("bot");
        }
        boolean redacted = part.path("redacted").asBoolean();
        return signal(
                conversation,
                "part/" + id,
                part,
                at,
                part.path("author"),
                redacted ? "" : part.path("body").asText(""),
                redacted);
    }

    private static Mapped signal(
            Conversation conversation,
            String rest,
            JsonNode part,
            Instant at,
            JsonNode author,
            String body,
            boolean deleted) {
        Instant updated = time(part.path("updated_at"));
        List<String> attachments = new ArrayList<>();
        part.path("attachments").forEach(one -> attachments.add(one.path("name").asText("")));
        attachments.removeIf(String::isBlank);
        Party said = conversation.person(author);
        return new SupportSignal(
                        conversation.name(),
                        rest,
                        updated != null && updated.isAfter(at) ? updated.toEpochMilli() : 0,
                        deleted,
                        part.path("part_type").asText("").equals("note"),
                        at,
                        said,
                        conversation.audience(said.side()),
                        body,
                        deleted ? List.of() : attachments,
                        conversation.link())
                .mapped();
    }

    private static @Nullable Instant time(JsonNode node) {
        boolean valid =
                node.isIntegralNumber() && node.longValue() > 0 && node.longValue() < LATEST;
        return valid ? Instant.ofEpochSecond(node.longValue()) : null;
    }
}
