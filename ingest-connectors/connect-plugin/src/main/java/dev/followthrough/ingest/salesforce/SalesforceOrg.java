package dev.followthrough.ingest.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What explains an org's rows: its users, by id and by address. Immutable. */
public final class SalesforceOrg {
    /**
     * Somebody with a login.
     *
     * @param id with 18 characters
     * @param zone where they work, as their settings say
     */
    public record User(String id, Party party, @Nullable ZoneId zone) {
        /** Of a row of the object User; null where it has no id. */
        static @Nullable User of(JsonNode json) {
            SalesforceRow row = new SalesforceRow(json);
            String id = row.id("Id");
            return id == null
                    ? null
                    : new User(id, party(id, row), SalesforceOrg.zone(row.text("TimeZoneSidKey")));
        }

        private static Party party(String id, SalesforceRow row) {
            return new Party(
                    "salesforce:user/" + id, row.text("Name"), row.text("Email"), side(row));
        }

        /** Customers and partners may have logins too. */
        private static Side side(SalesforceRow row) {
            String type = row.text("UserType");
            if (type == null || type.equals("Standard")) {
                return Side.OURS;
            }
            return type.contains("Customer") || type.startsWith("Csp")
                    ? Side.CUSTOMER
                    : Side.UNKNOWN;
        }
    }

    private final Map<String, User> byId = new HashMap<>();
    private final Map<String, User> byAddress = new HashMap<>();

    public SalesforceOrg(Collection<User> users) {
        for (User user : users) {
            byId.put(user.id(), user);
            if (user.party().email() != null) {
                byAddress.put(user.party().email(), user);
            }
        }
    }

    /** Whether the users that a row names are known. */
    public boolean explains(JsonNode json) {
        SalesforceRow row = new SalesforceRow(json);
        return Stream.of("OwnerId", "CreatedById")
                .map(row::id)
                .filter(id -> SalesforceId.is(SalesforceId.USER, id))
                .allMatch(byId::containsKey);
    }

    /** A user; known by the id alone where the org does not list them. */
    Party user(@Nullable String id) {
        User known = id == null ? null : byId.get(id);
        return known != null
                ? known.party()
                : new Party("salesforce:user/" + (id == null ? "none" : id), null, null, Side.OURS);
    }

    /** The user with the same address, where there is one; else the party as it is. */
    Party known(Party party) {
        User user = party.email() == null ? null : byAddress.get(party.email());
        return user == null ? party : user.party();
    }

    /** UTC where the party is no user, or their zone is not known. */
    ZoneId zone(Party party) {
        User user = party.email() == null ? null : byAddress.get(party.email());
        return user == null || user.zone() == null ? ZoneOffset.UTC : user.zone();
    }

    static @Nullable ZoneId zone(@Nullable String text) {
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
