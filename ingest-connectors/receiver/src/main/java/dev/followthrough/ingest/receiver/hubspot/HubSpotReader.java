package dev.followthrough.ingest.receiver.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.ingest.hubspot.HubSpotDirectory;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.receiver.door.Fetch;
import dev.followthrough.ingest.receiver.door.Fetch.Fetched;
import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads what events only name: objects a hundred at a time with what they hang on, owners, and what
 * deal stages mean. Thread-safe.
 */
final class HubSpotReader {
    private static final Logger LOG = LoggerFactory.getLogger(HubSpotReader.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int RETRY_SECONDS = 10;
    private static final String DATES = "hs_lastmodifieddate hs_createdate hubspot_owner_id ";
    private static final String SAID = DATES + "hs_timestamp ";

    private static final Map<HubSpotKind, List<String>> PROPERTIES =
            new EnumMap<>(
                    Map.of(
                            HubSpotKind.NOTE, words(SAID + "hs_note_body"),
                            HubSpotKind.CALL, words(SAID + "hs_call_title hs_call_body"),
                            HubSpotKind.TASK,
                                    words(
                                            SAID
                                                    + "hs_task_subject hs_task_body hs_task_status hs_task_completion_date"),
                            HubSpotKind.EMAIL,
                                    words(
                                            SAID
                                                    + "hs_email_subject hs_email_text hs_email_html hs_email_direction hs_email_headers"
                                                    + " hs_email_from_email hs_email_from_firstname hs_email_from_lastname hs_email_to_email"),
                            HubSpotKind.MEETING,
                                    words(
                                            SAID
                                                    + "hs_meeting_title hs_meeting_body hs_internal_meeting_notes"),
                            HubSpotKind.DEAL,
                                    words(
                                            DATES
                                                    + "dealname dealstage pipeline closedate hs_is_closed hs_is_closed_won hs_is_closed_lost"),
                            HubSpotKind.CONTACT,
                                    words(
                                            DATES
                                                    + "firstname lastname email jobtitle hs_timezone associatedcompanyid lastmodifieddate"),
                            HubSpotKind.COMPANY,
                                    words(DATES + "name domain hs_additional_domains tier")));

    private static final Map<HubSpotKind, List<String>> ASSOCIATED =
            new EnumMap<>(
                    Map.of(
                            HubSpotKind.NOTE, words("companies deals contacts"),
                            HubSpotKind.CALL, words("companies deals contacts"),
                            HubSpotKind.TASK, words("companies deals contacts"),
                            HubSpotKind.EMAIL, words("companies deals contacts"),
                            HubSpotKind.MEETING, words("companies deals contacts"),
                            HubSpotKind.DEAL, words("companies"),
                            HubSpotKind.CONTACT, words("companies"),
                            HubSpotKind.COMPANY, List.of()));

    private final Fetch fetch;
    private final String base;
    private final String token;
    private final InstantSource clock;
    private @Nullable HubSpotPortal portal;
    private Instant portalRead = Instant.MIN;

    /**
     * @param base of the API, with a slash at its end
     */
    HubSpotReader(Fetch fetch, String base, String token, InstantSource clock) {
        this.fetch = fetch;
        this.base = base;
        this.token = token;
        this.clock = clock;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /**
     * Objects as they are now; one that is gone meanwhile is not among them.
     *
     * @param archived whether deleted ones are asked for
     * @throws Problem 503 where HubSpot does not answer
     */
    List<JsonNode> objects(HubSpotKind kind, Collection<String> ids, boolean archived) {
        ObjectNode asked = inputs(ids);
        ArrayNode properties = asked.putArray("properties");
        Objects.requireNonNull(PROPERTIES.get(kind)).forEach(properties::add);
        JsonNode answer =
                post(
                        "crm/v3/objects/"
                                + kind.list()
                                + "/batch/read"
                                + (archived ? "?archived=true" : ""),
                        asked);
        Map<String, ObjectNode> found = new HashMap<>();
        List<JsonNode> objects = new ArrayList<>();
        for (JsonNode one : answer.path("results")) {
            if (one instanceof ObjectNode object) {
                found.put(object.path("id").asText(), object);
                objects.add(object);
            }
        }
        if (!found.isEmpty() && !archived) {
            Objects.requireNonNull(ASSOCIATED.get(kind))
                    .forEach(other -> associate(kind, other, found));
        }
        return objects;
    }

    private void associate(HubSpotKind kind, String other, Map<String, ObjectNode> objects) {
        JsonNode answer =
                post(
                        "crm/v4/associations/" + kind.list() + "/" + other + "/batch/read",
                        inputs(objects.keySet()));
        for (JsonNode row : answer.path("results")) {
            ObjectNode object = objects.get(row.path("from").path("id").asText());
            if (object != null) {
                object.withObject("/associations").set(other, row.path("to"));
            }
        }
    }

    private static ObjectNode inputs(Collection<String> ids) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = asked.putArray("inputs");
        ids.stream().sorted().forEach(id -> inputs.addObject().put("id", id));
        return asked;
    }

    /** What explains objects; ten minutes old at most. */
    synchronized HubSpotPortal portal() {
        Instant now = clock.instant();
        HubSpotPortal known = portal;
        if (known == null || now.isAfter(portalRead.plus(FRESH))) {
            known = new HubSpotPortal(owners(), Map.of(), stages());
            portal = known;
            portalRead = now;
        }
        return known;
    }

    private Map<String, Party> owners() {
        Map<String, Party> owners = new HashMap<>();
        String after = "";
        String before;
        do {
            before = after;
            JsonNode page =
                    get("crm/v3/owners?limit=500" + (after.isEmpty() ? "" : "&after=" + after));
            for (JsonNode owner : page.path("results")) {
                Party party = HubSpotDirectory.ownerParty(owner);
                if (party != null) {
                    owners.put(owner.path("id").asText(), party);
                }
            }
            after = page.path("paging").path("next").path("after").asText("");
        } while (after.matches("[\\w=%-]+") && !after.equals(before));
        return owners;
    }

    /** The metadata of a stage decides what it means, never its label. */
    private Map<String, DealStage> stages() {
        Map<String, DealStage> stages = new HashMap<>();
        for (JsonNode pipeline : get("crm/v3/pipelines/deals").path("results")) {
            for (JsonNode stage : pipeline.path("stages")) {
                JsonNode metadata = stage.path("metadata");
                boolean closed = metadata.path("isClosed").asText().equalsIgnoreCase("true");
                boolean won = metadata.path("probability").asDouble() >= 1.0;
                stages.put(
                        stage.path("id").asText(),
                        !closed ? DealStage.OPEN : won ? DealStage.WON : DealStage.LOST);
            }
        }
        return stages;
    }

    private JsonNode get(String path) {
        return answered(path, fetch.get(URI.create(base + path), token));
    }

    private JsonNode post(String path, JsonNode body) {
        byte[] json = body.toString().getBytes(StandardCharsets.UTF_8);
        return answered(path, fetch.post(URI.create(base + path), token, json));
    }

    /** 207 says that some of the objects asked for are gone. */
    private static JsonNode answered(String path, Fetched fetched) {
        boolean good = fetched.isOk() || (fetched.status() == 207 && !fetched.cut());
        JsonNode json = good ? fetched.json() : null;
        if (json == null) {
            LOG.atWarn()
                    .addKeyValue("path", path)
                    .addKeyValue("status", fetched.status())
                    .log("hubspot did not answer");
            throw Problem.unavailable(
                    "the changed objects could not be read from HubSpot; send the events again",
                    RETRY_SECONDS);
        }
        return json;
    }
}
