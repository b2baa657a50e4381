package dev.followthrough.ingest.receiver.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotObjects;
import dev.followthrough.ingest.hubspot.HubSpotPermalink;
import dev.followthrough.ingest.receiver.door.Delivery;
import dev.followthrough.ingest.receiver.door.JsonBody;
import dev.followthrough.ingest.receiver.door.Outgoing;
import dev.followthrough.ingest.receiver.door.Webhook;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * HubSpot's webhooks: an array of up to a hundred events, each of which says which object changed.
 * What the object is now is read from HubSpot before anything is stored, so order and repetition of
 * events do not matter.
 */
final class HubSpotWebhook implements Webhook {
    private static final int MOST_EVENTS = 1_000;

    /** Kinds by the first part of a subscription's type, and by the type id of {@code object.*}. */
    private static final Map<String, HubSpotKind> KINDS =
            Map.ofEntries(
                    Map.entry("contact", HubSpotKind.CONTACT),
                    Map.entry("company", HubSpotKind.COMPANY),
                    Map.entry("deal", HubSpotKind.DEAL),
                    Map.entry("0-1", HubSpotKind.CONTACT),
                    Map.entry("0-2", HubSpotKind.COMPANY),
                    Map.entry("0-3", HubSpotKind.DEAL),
                    Map.entry("0-27", HubSpotKind.TASK),
                    Map.entry("0-46", HubSpotKind.NOTE),
                    Map.entry("0-47", HubSpotKind.MEETING),
                    Map.entry("0-48", HubSpotKind.CALL),
                    Map.entry("0-49", HubSpotKind.EMAIL));

    private final HubSpotSignature signature;
    private final HubSpotReader reader;

    HubSpotWebhook(HubSpotSignature signature, HubSpotReader reader) {
        this.signature = signature;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "hubspot";
    }

    @Override
    public String path() {
        return "/hubspot/webhooks";
    }

    @Override
    public void verify(Request request, Instant now) {
        signature.verify(request, now);
    }

    /** Objects to read. */
    private record Wanted(HubSpotKind kind, boolean archived) implements Comparable<Wanted> {
        @Override
        public int compareTo(Wanted other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : Boolean.compare(archived, other.archived);
        }
    }

    @Override
    public Delivery read(Request request, Instant now) {
        JsonNode events = JsonBody.read(request.body());
        if (!events.isArray() || events.size() > MOST_EVENTS) {
            throw Problem.invalid(
                    "", "the document must be an array of at most " + MOST_EVENTS + " events");
        }
        Map<Wanted, Set<String>> wanted = new TreeMap<>();
        List<Mapped> mapped = new ArrayList<>();
        List<Outgoing> erased = new ArrayList<>();
        for (JsonNode event : events) {
            String left = sort(event, wanted, erased, now);
            if (left != null) {
                mapped.add(new Mapped.Ignored(left));
            }
        }
        Map<SignalId, String> links = new HashMap<>();
        wanted.forEach((what, ids) -> mapped.addAll(read(what, ids, links)));
        return new Delivery(mapped, erased, Response.empty(200))
                .linked(signal -> Optional.ofNullable(links.get(signal.id())));
    }

    /** Null, or why an event brings nothing. */
    private static @Nullable String sort(
            JsonNode event, Map<Wanted, Set<String>> wanted, List<Outgoing> erased, Instant now) {
        String type = event.path("subscriptionType").asText("");
        int dot = type.indexOf('.');
        String object = dot < 0 ? type : type.substring(0, dot);
        String change = dot < 0 ? "" : type.substring(dot + 1);
        HubSpotKind kind =
                KINDS.get(object.equals("object") ? event.path("objectTypeId").asText("") : object);
        String id = JsonBody.text(event.path("objectId"));
        if (id == null) {
            id = JsonBody.text(event.path("fromObjectId"));
        }
        if (kind == null) {
            return "object-type";
        }
        if (id == null || !id.matches("\\d{1,20}")) {
            return "no-object-id";
        }
        if (change.equals("privacyDeletion") && kind == HubSpotKind.CONTACT) {
            erased.add(Outgoing.erased("person:hubspot:contact/" + id, now));
            return null;
        }
        wanted.computeIfAbsent(new Wanted(kind, change.equals("deletion")), any -> new TreeSet<>())
                .add(id);
        return null;
    }

    private List<Mapped> read(Wanted wanted, Set<String> ids, Map<SignalId, String> links) {
        HubSpotReader.Account account = reader.account();
        HubSpotObjects objects = new HubSpotObjects(account.portal());
        List<Mapped> mapped = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += 100) {
            List<String> some = all.subList(from, Math.min(all.size(), from + 100));
            List<JsonNode> found = reader.objects(wanted.kind(), some, wanted.archived());
            for (JsonNode object : found) {
                Mapped one = objects.map(object, Optional.of(wanted.kind()));
                mapped.add(one);
                if (one instanceof Mapped.Said said) {
                    HubSpotPermalink.of(account.records(), object)
                            .ifPresent(link -> links.put(said.signal().id(), link));
                }
            }
            for (int gone = found.size(); gone < some.size(); gone++) {
                mapped.add(new Mapped.Ignored("gone"));
            }
        }
        return mapped;
    }
}
