package dev.followthrough.ingest.hubspot;

import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.HtmlText;
import dev.followthrough.ingest.email.OwnWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes, calls, tasks, meetings and mails to signals. The words of a mail are its sender's, all
 * others the owner's who wrote them down. Pure, thread-safe.
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
        OwnWords words = object.isArchived() ? new OwnWords("", null) : words(kind, object);
        if (words.text().length() > Signal.MAX_TEXT) {
            return new Mapped.Rejected(
                    INVALID,
                    name(kind)
                            + " "
                            + id
                            + " must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + words.text().length());
        }
        return new Mapped.Said(signal(kind, id, object, saidAt, words));
    }

    private Signal signal(
            HubSpotKind kind, String id, HubSpotObject object, Instant saidAt, OwnWords words) {
        Party owner = portal.owner(object.text("hubspot_owner_id"));
        HubSpotMail mail = kind == HubSpotKind.EMAIL ? new HubSpotMail(object, portal) : null;
        Party author = mail == null ? owner : mail.author(id, owner);
        String company = object.associated("companies");
        String deal = object.associated("deals");
        SignalId signal = new SignalId("hubspot:" + name(kind) + "/" + id);
        return new Signal(
                signal,
                object.revision(),
                object.isArchived(),
                signalKind(kind),
                Source.CRM,
                new ConversationId(signal.value()),
                null,
                saidAt,
                portal.zone(author),
                author,
                mail == null ? audience(kind, object) : mail.audience(author),
                company == null ? null : HubSpotDirectory.account(company),
                deal == null ? null : HubSpotDirectory.dealId(deal),
                words.text(),
                words.quoted(),
                List.of(),
                List.of(new Place(0, name(kind) + ":" + id)),
                facts(kind, object, owner));
    }

    /** A mail is a mail; what somebody wrote down of a meeting is a note. */
    private static SignalKind signalKind(HubSpotKind kind) {
        return switch (kind) {
            case CALL -> SignalKind.CALL;
            case TASK -> SignalKind.TASK;
            case EMAIL -> SignalKind.MAIL;
            default -> SignalKind.NOTE;
        };
    }

    /** Whom a call or meeting was with; a note and a task are for colleagues. */
    private static List<Party> audience(HubSpotKind kind, HubSpotObject object) {
        boolean heard = kind == HubSpotKind.CALL || kind == HubSpotKind.MEETING;
        return heard
                ? object.allAssociated("contacts").stream().map(HubSpotDirectory::contact).toList()
                : List.of();
    }

    private static String name(HubSpotKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static OwnWords words(HubSpotKind kind, HubSpotObject object) {
        return switch (kind) {
            case CALL -> plain(object.text("hs_call_title"), object.text("hs_call_body"));
            case TASK -> plain(object.text("hs_task_subject"), object.text("hs_task_body"));
            case EMAIL ->
                    OwnWords.of(
                            object.text("hs_email_text"),
                            object.text("hs_email_html"),
                            object.text("hs_email_from_firstname"));
            case MEETING ->
                    plain(
                            object.text("hs_meeting_title"),
                            object.text("hs_meeting_body"),
                            object.text("hs_internal_meeting_notes"));
            default -> plain(object.text("hs_note_body"));
        };
    }

    /** What is one line long is a title or subject and plain; the body is HTML. */
    private static OwnWords plain(@Nullable String... parts) {
        return new OwnWords(
                Stream.of(parts)
                        .filter(part -> part != null)
                        .map(HtmlText::of)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n")),
                null);
    }

    /**
     * A note or call was said when it happened. A task was when somebody wrote it down; once it is
     * completed its words say so, and were said then. What is written of a meeting to come was
     * written by when it was last changed.
     */
    private static @Nullable Instant saidAt(HubSpotKind kind, HubSpotObject object) {
        Instant updated =
                HubSpotObject.first(
                        object.fieldTime("updatedAt"), object.time("hs_lastmodifieddate"));
        Instant created =
                HubSpotObject.first(object.fieldTime("createdAt"), object.time("hs_createdate"));
        Instant happened = object.time("hs_timestamp");
        if (kind == HubSpotKind.MEETING && happened != null && updated != null) {
            return happened.isBefore(updated) ? happened : updated;
        }
        if (kind != HubSpotKind.TASK) {
            return HubSpotObject.first(happened, created, updated);
        }
        boolean completed = status(object).equals("completed");
        return completed
                ? HubSpotObject.first(updated, object.time("hs_task_completion_date"), created)
                : HubSpotObject.first(created, updated);
    }

    private static Facts facts(HubSpotKind kind, HubSpotObject object, Party owner) {
        if (kind != HubSpotKind.TASK) {
            return Facts.attachments(object.attachments());
        }
        boolean assigned = object.text("hubspot_owner_id") != null;
        return new Facts(
                status(object),
                object.time("hs_timestamp"),
                assigned ? owner : null,
                object.attachments(),
                null,
                null);
    }

    private static String status(HubSpotObject task) {
        return Optional.ofNullable(task.text("hs_task_status"))
                .orElse("not_started")
                .toLowerCase(Locale.ROOT);
    }
}
