package dev.followthrough.ingest.salesforce;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.Domains;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Accounts, contacts, opportunities and users to directory entries. Pure, thread-safe. */
final class SalesforceDirectory {
    private final SalesforceOrg org;

    SalesforceDirectory(SalesforceOrg org) {
        this.org = org;
    }

    static AccountId accountId(String id) {
        return new AccountId("salesforce:account/" + id);
    }

    static DealId dealId(String id) {
        return new DealId("salesforce:opportunity/" + id);
    }

    Mapped account(String id, SalesforceRow row) {
        String owner = row.id("OwnerId");
        return entry(
                row,
                new DirectoryEntry.Account(
                        accountId(id),
                        Optional.ofNullable(row.text("Name")).orElse("account " + id),
                        Domains.in(row.text("Website")),
                        null,
                        owner == null ? null : org.user(owner)));
    }

    Mapped contact(String id, SalesforceRow row) {
        String account = row.id("AccountId");
        Party party =
                new Party(
                        "salesforce:contact/" + id,
                        row.text("Name"),
                        row.text("Email"),
                        Side.CUSTOMER);
        return entry(
                row,
                new DirectoryEntry.Person(
                        party,
                        aliases(row),
                        row.text("Title"),
                        account == null ? null : accountId(account),
                        null));
    }

    Mapped opportunity(String id, SalesforceRow row) {
        String account = row.id("AccountId");
        String owner = row.id("OwnerId");
        LocalDate closes = row.date("CloseDate");
        return entry(
                row,
                new DirectoryEntry.Deal(
                        dealId(id),
                        Optional.ofNullable(row.text("Name")).orElse("opportunity " + id),
                        account == null ? null : accountId(account),
                        stage(row),
                        closes == null ? null : closes.atStartOfDay(ZoneOffset.UTC).toInstant(),
                        owner == null ? null : org.user(owner)));
    }

    /** The stage's name is a label that every org chooses; its flags decide. */
    private static DealStage stage(SalesforceRow row) {
        if (row.isTrue("IsWon")) {
            return DealStage.WON;
        }
        return row.isTrue("IsClosed") ? DealStage.LOST : DealStage.OPEN;
    }

    /** A user who left is still known: what they promised stands. */
    Mapped user(SalesforceRow row) {
        SalesforceOrg.User user = SalesforceOrg.User.of(row.json());
        if (user == null || user.party().email() == null && user.party().name() == null) {
            return new Mapped.Ignored("nobody");
        }
        return new Mapped.Known(
                new DirectoryEntry.Person(
                        user.party(), aliases(row), row.text("Title"), null, user.zone()));
    }

    private static Mapped entry(SalesforceRow row, DirectoryEntry entry) {
        return row.isDeleted() ? new Mapped.Gone(entry.entity()) : new Mapped.Known(entry);
    }

    private static List<String> aliases(SalesforceRow row) {
        @Nullable String first = row.text("FirstName");
        return first == null ? List.of() : List.of(first);
    }
}
