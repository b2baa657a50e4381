package dev.followthrough.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.Mapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** Any row of Salesforce to what it is to us. Pure, thread-safe; never throws on bad input. */
public final class SalesforceRows {
    private final SalesforceDirectory directory;
    private final SalesforceActivities activities;
    private final SalesforceMail mails;

    public SalesforceRows(SalesforceOrg org) {
        this.directory = new SalesforceDirectory(org);
        this.activities = new SalesforceActivities(org);
        this.mails = new SalesforceMail(org);
    }

    public Mapped map(SalesforceKind kind, JsonNode json) {
        SalesforceRow row = new SalesforceRow(json);
        String id = row.id("Id");
        if (id == null) {
            return new Mapped.Rejected(
                    SalesforceSignal.INVALID,
                    kind.object()
                            + " must have an id of 15 or 18 letters and digits, was "
                            + row.text("Id"));
        }
        return switch (kind) {
            case USER -> directory.user(row);
            case ACCOUNT -> directory.account(id, row);
            case CONTACT -> directory.contact(id, row);
            case OPPORTUNITY -> directory.opportunity(id, row);
            case TASK -> activities.task(id, row);
            case EVENT -> activities.event(id, row);
            case EMAIL_MESSAGE -> mails.mail(id, row);
        };
    }

    /** When a row was modified; null where it does not say. */
    public static @Nullable Instant stamp(JsonNode json) {
        return new SalesforceRow(json).time("SystemModstamp");
    }

    /** The user of a row of the object User; null where it has no id. */
    public static SalesforceOrg.@Nullable User user(JsonNode json) {
        return SalesforceOrg.User.of(json);
    }
}
