package dev.followthrough.ingest.salesforce;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.HtmlText;
import dev.followthrough.ingest.email.OwnWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tasks, logged calls and events to signals. Their words are the owner's who wrote them down. Pure,
 * thread-safe.
 */
final class SalesforceActivities {
    private final SalesforceOrg org;

    SalesforceActivities(SalesforceOrg org) {
        this.org = org;
    }

    /** A task to do, a call that was logged, or a mail that is a row of its own as well. */
    Mapped task(String id, SalesforceRow row) {
        String subtype = Optional.ofNullable(row.text("TaskSubtype")).orElse("Task");
        if (subtype.equals("Email") || subtype.equals("ListEmail")) {
            return new Mapped.Ignored("task-of-a-mail");
        }
        boolean call = subtype.equals("Call");
        Party owner = owner(row);
        SalesforceSignal signal =
                new SalesforceSignal(row, "task", id, call ? SignalKind.CALL : SignalKind.TASK);
        return signal.said(
                taskSaidAt(row),
                org.zone(owner),
                owner,
                call ? audience(row) : List.of(),
                words(row),
                call ? Facts.NONE : facts(row, owner));
    }

    /**
     * A task was said when somebody wrote it down; once it is completed its words say so, and were
     * said then.
     */
    private static @Nullable Instant taskSaidAt(SalesforceRow row) {
        return row.isTrue("IsClosed")
                ? SalesforceRow.first(
                        row.time("CompletedDateTime"),
                        row.time("SystemModstamp"),
                        row.time("CreatedDate"))
                : SalesforceRow.first(row.time("CreatedDate"), row.time("SystemModstamp"));
    }

    /** What is written of a meeting to come was written by when it was last changed. */
    Mapped event(String id, SalesforceRow row) {
        Instant start = row.time("StartDateTime");
        Instant changed = row.time("SystemModstamp");
        Instant saidAt =
                start != null && changed != null && changed.isBefore(start)
                        ? changed
                        : SalesforceRow.first(start, row.time("CreatedDate"), changed);
        Party owner = owner(row);
        return new SalesforceSignal(row, "event", id, SignalKind.NOTE)
                .said(saidAt, org.zone(owner), owner, audience(row), words(row), Facts.NONE);
    }

    /** A queue owns what nobody has taken yet: its words are its creator's. */
    private Party owner(SalesforceRow row) {
        String owner = row.id("OwnerId");
        return SalesforceId.is(SalesforceId.USER, owner)
                ? org.user(owner)
                : org.user(row.id("CreatedById"));
    }

    private static List<Party> audience(SalesforceRow row) {
        String id = row.id("WhoId");
        if (id == null) {
            return List.of();
        }
        String kind = SalesforceId.is(SalesforceId.LEAD, id) ? "lead" : "contact";
        return List.of(
                new Party(
                        "salesforce:" + kind + "/" + id,
                        row.text("Who.Name"),
                        row.text("Who.Email"),
                        Side.CUSTOMER));
    }

    private static OwnWords words(SalesforceRow row) {
        return new OwnWords(
                Stream.of(row.text("Subject"), row.text("Description"))
                        .filter(part -> part != null)
                        .map(HtmlText::of)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n")),
                null);
    }

    private Facts facts(SalesforceRow row, Party owner) {
        String label = Optional.ofNullable(row.text("Status")).orElse("not started");
        String status =
                row.isTrue("IsClosed")
                        ? "completed"
                        : label.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        LocalDate due = row.date("ActivityDate");
        boolean assigned = SalesforceId.is(SalesforceId.USER, row.id("OwnerId"));
        return Facts.task(status, due == null ? null : endOf(due, owner), assigned ? owner : null);
    }

    /** A day is over where the owner lives. */
    private Instant endOf(LocalDate day, Party owner) {
        return day.plusDays(1).atStartOfDay(org.zone(owner)).toInstant().minusSeconds(1);
    }
}
