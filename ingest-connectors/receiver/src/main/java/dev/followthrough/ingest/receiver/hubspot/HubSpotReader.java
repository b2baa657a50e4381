package dev.followthrough.ingest.receiver.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.hubspot.HubSpotAssociations;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotPermalink;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.hubspot.HubSpotProperties;
import dev.followthrough.ingest.receiver.door.Cursors;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads what events only name: objects a hundred at a time with what they hang on, owners, and what
 * deal stages mean. Thread-safe.
 */
final class HubSpotReader {
    private static final Logger LOG = LoggerFactory.getLogger(HubSpotReader.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_PAGES = 1_000;
    private static final int RETRY_SECONDS = 10;

    private final Fetch fetch;
    private final String base;
    private final String token;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Account account;
    private Instant accountRead = Instant.MIN;

    /**
     * What explains objects.
     *
     * @param records where a person opens them; empty where that is not known
     */
    record Account(HubSpotPortal portal, String records) {}

    /**
     * @param base of the API, with a slash at its end
     */
    HubSpotReader(Fetch fetch, String base, String token, InstantSource clock) {
        this.fetch = fetch;
        this.base = base;
        this.token = token;
        this.clock = clock;
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
        HubSpotProperties.of(kind).forEach(properties::add);
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
            HubSpotProperties.associations(kind).forEach(other -> associate(kind, other, found));
        }
        return objects;
    }

    private void associate(HubSpotKind kind, HubSpotKind other, Map<String, ObjectNode> objects) {
        JsonNode answer =
                post(
                        "crm/v4/associations/" + kind.list() + "/" + other.list() + "/batch/read",
                        inputs(objects.keySet()));
        for (JsonNode row : answer.path("results")) {
            ObjectNode object = objects.get(row.path("from").path("id").asText());
            if (object != null) {
                HubSpotAssociations.write(object, other, row.path("to"));
            }
        }
    }

    private static ObjectNode inputs(Collection<String> ids) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        ArrayNode inputs = asked.putArray("inputs");
        ids.stream().sorted().forEach(id -> inputs.addObject().put("id", id));
        return asked;
    }

    /**
     * What explains objects; ten minutes old at most. One caller reads it, the others wait: each no
     * longer than for a call of its own, since a HubSpot that stalls would keep the last of many
     * for minutes.
     *
     * @throws Problem 503 where HubSpot does not answer
     */
    Account account() {
        try {
            if (!reading.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        try {
            return fresh();
        } finally {
            reading.unlock();
        }
    }

    private Account fresh() {
        Instant now = clock.instant();
        Account known = account;
        if (known == null || now.isAfter(accountRead.plus(FRESH))) {
            JsonNode details = get("account-info/v3/details");
            known =
                    new Account(
                            HubSpotPortal.of(owners(), get("crm/v3/pipelines/deals"), details),
                            HubSpotPermalink.records(details));
            account = known;
            accountRead = now;
        }
        return known;
    }

    /** All of them, those who left too. */
    private List<JsonNode> owners() {
        List<JsonNode> owners = new ArrayList<>();
        for (String archived : List.of("true", "false")) {
            String after = "";
            Cursors cursors = new Cursors(MOST_PAGES);
            do {
                if (cursors.areEndlessWith(after)) {
                    LOG.atWarn().log("hubspot's pages of owners never end");
                    throw unavailable();
                }
                JsonNode page =
                        get(
                                "crm/v3/owners?limit=500&archived="
                                        + archived
                                        + (after.isEmpty() ? "" : "&after=" + after));
                page.path("results").forEach(owners::add);
                after = page.path("paging").path("next").path("after").asText("");
            } while (after.matches("[\\w=%-]+"));
        }
        return owners;
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
            throw unavailable();
        }
        return json;
    }

    private static Problem unavailable() {
        return Problem.unavailable(
                "the changed objects could not be read from HubSpot; send the events again",
                RETRY_SECONDS);
    }
}
