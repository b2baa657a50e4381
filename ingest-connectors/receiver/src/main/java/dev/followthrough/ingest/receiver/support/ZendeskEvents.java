package dev.followthrough.ingest.receiver.support;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.receiver.door.JsonBody;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Ticket events of Zendesk to signals, and its user events to people, since only these hold
 * addresses. Pure, thread-safe; never throws on bad input.
 *
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events">
 *     Ticket events</a>
 */
final class ZendeskEvents {
    private static final String INVALID = "invalid-zendesk-event";
    private static final String TICKET = "zen:event-type:ticket.";
    private static final String USER = "zen:event-type:user.";
    private static final Set<String> STAFF = Set.of("admin", "agent");

    private final @Nullable String subdomain;

    /**
     * @param subdomain of the address people read tickets at; events do not name it
     */
    ZendeskEvents(@Nullable String subdomain) {
        this.subdomain = subdomain;
    }

    Mapped map(JsonNode event) {
        String type = event.path("type").asText("");
        if (type.startsWith(USER)) {
            return user(event, type.substring(USER.length()));
        }
        if (!type.startsWith(TICKET)) {
            return new Mapped.Ignored("event-type");
        }
        String account = JsonBody.text(event.path("account_id"));
        String ticket = JsonBody.text(event.path("detail").path("id"));
        Instant at = time(event.path("time"));
        if (account == null || ticket == null || at == null) {
            return new Mapped.Rejected(
                    INVALID, "event must have account_id, detail.id and time, lacked one");
        }
        Ticket of = new Ticket(account, ticket, event.path("detail"), at);
        JsonNode comment = event.path("event").path("comment");
        return switch (type.substring(TICKET.length())) {
            case "created" -> opened(of);
            case "comment_added" -> comment(of, comment, false);
            case "comment_redacted" -> comment(of, comment, true);
            default -> new Mapped.Ignored("event-type");
        };
    }

    private static Mapped user(JsonNode event, String what) {
        JsonNode detail = event.path("detail");
        String account = JsonBody.text(event.path("account_id"));
        String id = JsonBody.text(detail.path("id"));
        if (account == null || id == null) {
            return new Mapped.Rejected(
                    INVALID, "event must have account_id and detail.id, lacked one");
        }
        String email = JsonBody.text(detail.path("email"));
        Side side = STAFF.contains(detail.path("role").asText()) ? Side.OURS : Side.CUSTOMER;
        DirectoryEntry.Person person =
                new DirectoryEntry.Person(
                        new Party(userId(account, id), null, email, side),
                        List.of(),
                        null,
                        null,
                        null);
        if (what.equals("deleted")) {
            return new Mapped.Gone(person.entity());
        }
        return email == null ? new Mapped.Ignored("no-address") : new Mapped.Known(person);
    }

    private static String userId(String account, String user) {
        return "zendesk:" + account + "/user/" + user;
    }

    private record Ticket(String account, String id, JsonNode detail, Instant at) {
        String conversation() {
            return "zendesk:" + account + "/ticket/" + id;
        }

        Party person(String user, @Nullable String name, Side side) {
            return new Party(userId(account, user), name, null, side);
        }

        /** Whom a message is for: the requester hears the staff, the assignee the requester. */
        List<Party> audience(Side author) {
            String requester = JsonBody.text(detail.path("requester_id"));
            String assignee = JsonBody.text(detail.path("assignee_id"));
            if (author == Side.OURS) {
                return requester == null
                        ? List.of()
                        : List.of(person(requester, null, Side.CUSTOMER));
            }
            return assignee == null ? List.of() : List.of(person(assignee, null, Side.OURS));
        }
    }

    private Mapped opened(Ticket ticket) {
        String requester = JsonBody.text(ticket.detail().path("requester_id"));
        Instant created = time(ticket.detail().path("created_at"));
        String subject = ticket.detail().path("subject").asText("").strip();
        String description = description(ticket);
        return new SupportSignal(
                        ticket.conversation(),
                        "",
                        0,
                        false,
                        false,
                        created == null ? ticket.at() : created,
                        ticket.person(
                                requester == null ? "unknown" : requester, null, Side.CUSTOMER),
                        ticket.audience(Side.CUSTOMER),
                        description.startsWith(subject)
                                ? description
                                : (subject + "\n" + description).strip(),
                        List.of(),
                        link(ticket, ""))
                .mapped();
    }

    private Mapped comment(Ticket ticket, JsonNode comment, boolean redacted) {
        String id = JsonBody.text(comment.path("id"));
        if (id == null) {
            return new Mapped.Rejected(INVALID, "comment must have an id, had none");
        }
        String body = comment.path("body").asText("");
        if (!redacted && body.strip().equals(description(ticket))) {
            return new Mapped.Ignored("description"); // the event of the ticket itself brings it
        }
        JsonNode author = comment.path("author");
        String user = JsonBody.text(author.path("id"));
        Side side =
                !author.has("is_staff")
                        ? Side.UNKNOWN
                        : author.path("is_staff").asBoolean() ? Side.OURS : Side.CUSTOMER;
        return new SupportSignal(
                        ticket.conversation(),
                        "comment/" + id,
                        redacted ? ticket.at().toEpochMilli() : 0,
                        redacted,
                        !comment.path("is_public").asBoolean(true),
                        ticket.at(),
                        ticket.person(
                                user == null ? "unknown" : user,
                                JsonBody.text(author.path("name")),
                                side),
                        ticket.audience(side),
                        body,
                        List.of(),
                        link(ticket, "#comment-" + id))
                .mapped();
    }

    private static String description(Ticket ticket) {
        return ticket.detail().path("description").asText("").strip();
    }

    private String link(Ticket ticket, String anchor) {
        return subdomain == null
                ? "zendesk:ticket/" + ticket.id() + anchor
                : "https://" + subdomain + ".zendesk.com/agent/tickets/" + ticket.id() + anchor;
    }

    private static @Nullable Instant time(JsonNode node) {
        try {
            return Instant.parse(node.asText(""));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
