package dev.followthrough.ingest.salesforce;

import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.MailParties;
import dev.followthrough.ingest.email.OwnWords;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Mails that Salesforce keeps as rows, to signals. Pure, thread-safe. */
final class SalesforceMail {
    private static final String DRAFT = "5";

    private final SalesforceOrg org;

    SalesforceMail(SalesforceOrg org) {
        this.org = org;
    }

    Mapped mail(String id, SalesforceRow row) {
        if (DRAFT.equals(row.text("Status"))) {
            return new Mapped.Ignored("draft");
        }
        Party author = author(id, row);
        return new SalesforceSignal(row, "email", id, SignalKind.MAIL)
                .said(
                        SalesforceRow.first(row.time("MessageDate"), row.time("CreatedDate")),
                        org.zone(author),
                        author,
                        audience(row, author),
                        OwnWords.of(row.text("TextBody"), row.text("HtmlBody"), author.name()),
                        Facts.attachments(attachments(row)));
    }

    /** The direction is the source's own hint of the side. */
    private Party author(String id, SalesforceRow row) {
        Side side = row.isTrue("Incoming") ? Side.CUSTOMER : Side.OURS;
        String address = row.text("FromAddress");
        Party sender = address == null ? null : MailParties.of(address, row.text("FromName"), side);
        return sender == null
                ? new Party(
                        "salesforce:email/" + id + "/sender",
                        row.text("FromName"),
                        null,
                        Side.UNKNOWN)
                : org.known(sender);
    }

    private List<Party> audience(SalesforceRow row, Party author) {
        List<Party> audience = new ArrayList<>();
        addAll(audience, row.text("ToAddress"), author);
        addAll(audience, row.text("CcAddress"), author);
        return audience;
    }

    private void addAll(List<Party> audience, @Nullable String addresses, Party author) {
        if (addresses == null) {
            return;
        }
        for (String address : addresses.split("[;,]")) {
            Party party = MailParties.of(address, Side.UNKNOWN);
            Party known = party == null ? null : org.known(party);
            if (known != null && !known.isSamePersonAs(author) && !audience.contains(known)) {
                audience.add(known);
            }
        }
    }

    /** Names, where whoever fetched the row looked them up. */
    private static List<String> attachments(SalesforceRow row) {
        List<String> names = new ArrayList<>();
        row.json().path("attachments").forEach(name -> names.add(name.asText()));
        return names;
    }
}
