package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.crm.Domains;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Companies, contacts, deals and owners to directory entries. Pure, thread-safe. */
public final class HubSpotDirectory {
    private final HubSpotPortal portal;

    HubSpotDirectory(HubSpotPortal portal) {
        this.portal = portal;
    }

    static AccountId account(String company) {
        return new AccountId("hubspot:company/" + company);
    }

    static DealId dealId(String deal) {
        return new DealId("hubspot:deal/" + deal);
    }

    /** A contact as other objects name them: by the id alone. */
    static Party contact(String id) {
        return new Party("hubspot:contact/" + id, null, null, Side.CUSTOMER);
    }

    Mapped company(String id, HubSpotObject company) {
        String domain = company.text("domain");
        String name =
                Optional.ofNullable(company.text("name"))
                        .orElse(domain == null ? "company " + id : domain);
        String owner = company.text("hubspot_owner_id");
        return entry(
                company,
                new DirectoryEntry.Account(
                        account(id),
                        name,
                        Domains.in(company.text("domain"), company.text("hs_additional_domains")),
                        company.text("tier"),
                        owner == null ? null : portal.owner(owner)));
    }

    Mapped contact(String id, HubSpotObject contact) {
        String first = contact.text("firstname");
        String name = fullName(first, contact.text("lastname"));
        Party party =
                new Party("hubspot:contact/" + id, name, contact.text("email"), Side.CUSTOMER);
        String company =
                Optional.ofNullable(contact.associated("companies"))
                        .orElse(contact.text("associatedcompanyid"));
        return entry(
                contact,
                new DirectoryEntry.Person(
                        party,
                        aliases(first),
                        contact.text("jobtitle"),
                        company == null ? null : account(company),
                        zone(contact.text("hs_timezone"))));
    }

    Mapped deal(String id, HubSpotObject deal) {
        String company = deal.associated("companies");
        String owner = deal.text("hubspot_owner_id");
        return entry(
                deal,
                new DirectoryEntry.Deal(
                        dealId(id),
                        Optional.ofNullable(deal.text("dealname")).orElse("deal " + id),
                        company == null ? null : account(company),
                        portal.stage(deal),
                        deal.time("closedate"),
                        owner == null ? null : portal.owner(owner)));
    }

    private static Mapped entry(HubSpotObject object, DirectoryEntry entry) {
        return object.isArchived() ? new Mapped.Gone(entry.entity()) : new Mapped.Known(entry);
    }

    /** An owner who left is still known: what they promised stands. */
    Mapped owner(String id, HubSpotObject owner) {
        Party party = ownerParty(id, owner);
        ZoneId zone = party.email() == null ? null : portal.zones().get(party.email());
        return new Mapped.Known(
                new DirectoryEntry.Person(
                        party, aliases(owner.field("firstName")), null, null, zone));
    }

    /** The owner behind an owner object; null where it has no id. */
    public static @Nullable Party ownerParty(JsonNode json) {
        HubSpotObject owner = new HubSpotObject(json);
        String id = owner.id();
        return id == null ? null : ownerParty(id, owner);
    }

    private static Party ownerParty(String id, HubSpotObject owner) {
        String name = fullName(owner.field("firstName"), owner.field("lastName"));
        return new Party("hubspot:owner/" + id, name, owner.field("email"), Side.OURS);
    }

    private static @Nullable String fullName(@Nullable String first, @Nullable String last) {
        if (first == null || last == null) {
            return first == null ? last : first;
        }
        return first + " " + last;
    }

    private static List<String> aliases(@Nullable String first) {
        return first == null ? List.of() : List.of(first);
    }

    /** HubSpot writes {@code america_slash_new_york} for America/New_York. */
    private static @Nullable ZoneId zone(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String wanted = text.replace("_slash_", "/").replace("_hyphen_", "-");
        return ZoneId.getAvailableZoneIds().stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(ZoneId::of)
                .orElse(null);
    }
}
