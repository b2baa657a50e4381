package dev.followthrough.ingest.crm;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes, calls and tasks to signals. Their words are the owner's who wrote them down. Pure,
 * thread-safe.
 */
final class HubSpotActivities {
    private static final String INVALID = "invalid-hubspot-object";

    private final HubSpotPortal portal;

    HubSpotActivities(HubSpotPortal portal) {
        this.portal = portal;
    }

    Mapped map(HubSpotKind kind, String id, HubSpotObject object) {
        Instant saidAt = saidAt(kind, object);
        if (saidAt == null) {
            return new Mapped.Rejected(
                    INVALID,
                    name(kind)
                            + " "
                            + id
                            + " must have a time, had none in hs_timestamp, createdAt, updatedAt");
        }
        String text = object.isArchived() ? "" : text(kind, object);
        if (text.length() > Signal.MAX_TEXT) {
            return new Mapped.Rejected(
                    INVALID,
                    name(kind)
                            + " "
                            + id
                            + " must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + text.length());
        }
        return new Mapped.Said(signal(kind, id, object, saidAt, text));
    }

    private Signal signal(
            HubSpotKind kind, String id, HubSpotObject object, Instant saidAt, String text) {
        Party owner = portal.owner(object.text("hubspot_owner_id"));
        String company = object.associated("companies");
        String deal = object.associated("deals");
        SignalId signal = new SignalId("hubspot:" + name(kind) + "/" + id);
        return new Signal(
                signal,
                object.revision(),
                object.isArchived(),
                SignalKind.valueOf(kind.name()),
                Source.CRM,
                conversation(signal, company, deal),
                null,
                saidAt,
                portal.zone(owner),
                owner,
                List.of(),
                company == null ? null : HubSpotDirectory.account(company),
                deal == null ? null : HubSpotDirectory.dealId(deal),
                text,
                null,
                List.of(),
                List.of(new Place(0, name(kind) + ":" + id)),
                kind == HubSpotKind.TASK ? task(object, owner) : Facts.NONE);
    }

    private static String name(HubSpotKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ConversationId conversation(
            SignalId own, @Nullable String company, @Nullable String deal) {
        if (deal != null) {
            return new ConversationId(HubSpotDirectory.dealId(deal).value());
        }
        return new ConversationId(
                company != null ? HubSpotDirectory.account(company).value() : own.value());
    }

    private static String text(HubSpotKind kind, HubSpotObject object) {
        return switch (kind) {
            case CALL -> lines(object.text("hs_call_title"), object.text("hs_call_body"));
            case TASK -> lines(object.text("hs_task_subject"), object.text("hs_task_body"));
            default -> lines(object.text("hs_note_body"), null);
        };
    }

    /** What is one line long is a title or subject and plain; the body is HTML. */
    private static String lines(@Nullable String first, @Nullable String body) {
        return Stream.of(first, body)
                .filter(part -> part != null)
                .map(HtmlText::of)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * A note or call was said when it happened. A task was when somebody wrote it down; once it is
     * completed its words say so, and were said then.
     */
    private static @Nullable Instant saidAt(HubSpotKind kind, HubSpotObject object) {
        Instant updated =
                HubSpotObject.first(
                        object.fieldTime("updatedAt"), object.time("hs_lastmodifieddate"));
        Instant created =
                HubSpotObject.first(object.fieldTime("createdAt"), object.time("hs_createdate"));
        if (kind != HubSpotKind.TASK) {
            return HubSpotObject.first(object.time("hs_timestamp"), created, updated);
        }
        boolean completed = status(object).equals("completed");
        return completed
                ? HubSpotObject.first(updated, object.time("hs_task_completion_date"), created)
                : HubSpotObject.first(created, updated);
    }

    private static Facts task(HubSpotObject object, Party owner) {
        boolean assigned = object.text("hubspot_owner_id") != null;
        return Facts.task(status(object), object.time("hs_timestamp"), assigned ? owner : null);
    }

    private static String status(HubSpotObject task) {
        return Optional.ofNullable(task.text("hs_task_status"))
                .orElse("not_started")
                .toLowerCase(Locale.ROOT);
    }
}
