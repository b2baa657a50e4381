package dev.followthrough.ingest.salesforce;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.email.OwnWords;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What the signals of all kinds of rows share: identity, association, bounds.
 *
 * @param name of the kind, in ids: {@code task}
 * @param id with 18 characters
 */
record SalesforceSignal(SalesforceRow row, String name, String id, SignalKind kind) {
    static final String INVALID = "invalid-salesforce-row";

    Mapped said(
            @Nullable Instant saidAt,
            ZoneId zone,
            Party author,
            List<Party> audience,
            OwnWords words,
            Facts facts) {
        if (saidAt == null) {
            return new Mapped.Rejected(INVALID, name + " " + id + " must have a time, had none");
        }
        if (words.text().length() > Signal.MAX_TEXT) {
            return new Mapped.Rejected(
                    INVALID,
                    name
                            + " "
                            + id
                            + " must have at most "
                            + Signal.MAX_TEXT
                            + " characters, had "
                            + words.text().length());
        }
        boolean deleted = row.isDeleted();
        SignalId signal = id(name, id);
        return new Mapped.Said(
                new Signal(
                        signal,
                        row.revision(),
                        deleted,
                        kind,
                        Source.CRM,
                        new ConversationId(signal.value()),
                        replyTo(),
                        saidAt,
                        zone,
                        author,
                        audience,
                        account(),
                        deal(),
                        deleted ? "" : words.text(),
                        deleted ? null : words.quoted(),
                        List.of(),
                        List.of(new Place(0, name + ":" + id)),
                        facts));
    }

    private static SignalId id(String name, String id) {
        return new SignalId("salesforce:" + name + "/" + id);
    }

    private @Nullable SignalId replyTo() {
        String answered = row.id("ReplyToEmailMessageId");
        return answered == null ? null : id("email", answered);
    }

    /** What it is about: an activity's WhatId, a mail's RelatedToId. */
    private @Nullable String about() {
        String what = row.id("WhatId");
        return what != null ? what : row.id("RelatedToId");
    }

    private @Nullable DealId deal() {
        String about = about();
        return SalesforceId.is(SalesforceId.OPPORTUNITY, about)
                ? SalesforceDirectory.dealId(String.valueOf(about))
                : null;
    }

    private @Nullable AccountId account() {
        String about = about();
        String account = SalesforceId.is(SalesforceId.ACCOUNT, about) ? about : row.id("AccountId");
        return account == null ? null : SalesforceDirectory.accountId(account);
    }
}
