package dev.followthrough.ingest.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.ingest.crm.MailParties;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who wrote a mail that HubSpot keeps, and to whom: from its headers, which are JSON in a property
 * of their own, else from the properties that repeat them.
 */
final class HubSpotMail {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RECEIVERS = List.of("to", "cc", "bcc");

    private final HubSpotObject mail;
    private final HubSpotPortal portal;
    private final JsonNode headers;

    HubSpotMail(HubSpotObject mail, HubSpotPortal portal) {
        this.mail = mail;
        this.portal = portal;
        this.headers = headers(mail.text("hs_email_headers"));
    }

    /** Broken headers are as if there were none: the other properties still tell. */
    private static JsonNode headers(@Nullable String text) {
        try {
            JsonNode read = text == null ? null : JSON.readTree(text);
            return read == null ? JSON.nullNode() : read;
        } catch (JsonProcessingException e) {
            return JSON.nullNode();
        }
    }

    /**
     * @param id names a sender whom nothing else names
     * @param owner who logged it, and wrote it where it went out
     */
    Party author(String id, Party owner) {
        boolean incoming = "INCOMING_EMAIL".equals(mail.text("hs_email_direction"));
        Side side = incoming ? Side.CUSTOMER : Side.OURS;
        Party sender = party(headers.path("from"), side);
        if (sender == null) {
            String address = mail.text("hs_email_from_email");
            String name =
                    joined(
                            mail.text("hs_email_from_firstname"),
                            mail.text("hs_email_from_lastname"));
            sender = address == null ? null : MailParties.of(address, name, side);
        }
        if (sender != null) {
            return portal.known(sender);
        }
        return incoming
                ? new Party("hubspot:email/" + id + "/sender", null, null, Side.UNKNOWN)
                : owner;
    }

    List<Party> audience(Party author) {
        List<Party> audience = new ArrayList<>();
        RECEIVERS.forEach(
                list ->
                        headers.path(list)
                                .forEach(one -> add(audience, party(one, Side.UNKNOWN), author)));
        String addresses = mail.text("hs_email_to_email");
        if (audience.isEmpty() && addresses != null) {
            for (String address : addresses.split("[;,]")) {
                add(audience, MailParties.of(address, Side.UNKNOWN), author);
            }
        }
        return audience;
    }

    private void add(List<Party> audience, @Nullable Party party, Party author) {
        Party known = party == null ? null : portal.known(party);
        if (known != null && !known.isSamePersonAs(author) && !audience.contains(known)) {
            audience.add(known);
        }
    }

    private static @Nullable Party party(JsonNode one, Side side) {
        String address = one.path("email").asText("");
        String name = joined(one.path("firstName").asText(""), one.path("lastName").asText(""));
        return name == null ? MailParties.of(address, side) : MailParties.of(address, name, side);
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String last) {
        String name =
                Stream.of(first, last)
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
