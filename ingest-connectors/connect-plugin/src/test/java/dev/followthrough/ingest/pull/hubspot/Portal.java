package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A HubSpot account on a loopback port, as the real one behaves: searches filter, sort by one
 * property, show 200 results a page and 10,000 in all, and neither archived objects nor
 * associations.
 */
final class Portal implements AutoCloseable {
    static final String TOKEN = "pat-test-hush-hush";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CAP = 10_000;

    private final Map<String, TreeMap<Long, ObjectNode>> objects = new ConcurrentHashMap<>();
    private final Map<String, Long> stamps = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> links = new ConcurrentHashMap<>();
    private final List<ObjectNode> owners = new ArrayList<>();
    private final List<ObjectNode> stages = new ArrayList<>();
    private volatile Function<Asked, @Nullable Told> fault = asked -> null;
    private volatile String token = TOKEN;
    private final Script script = Script.start(this::answer);

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Adds or replaces an object; its associations are kept apart, as HubSpot keeps them. */
    synchronized Portal put(String list, JsonNode object) {
        ObjectNode kept = object.deepCopy();
        long id = kept.path("id").asLong();
        JsonNode associations = kept.remove("associations");
        if (associations != null) {
            links.put(list + "/" + id, associations);
        }
        JsonNode properties = kept.path("properties");
        String modified =
                properties.has("lastmodifieddate")
                        ? properties.path("lastmodifieddate").asText()
                        : properties.path("hs_lastmodifieddate").asText();
        stamps.put(list + "/" + id, Instant.parse(modified).toEpochMilli());
        objects.computeIfAbsent(list, any -> new TreeMap<>()).put(id, kept);
        return this;
    }

    Portal note(long id, Instant modified, String body) {
        return put(
                "notes",
                json(
                        "{'id':'"
                                + id
                                + "','properties':{'hs_note_body':'"
                                + body
                                + "','hs_timestamp':'"
                                + modified
                                + "','hs_lastmodifieddate':'"
                                + modified
                                + "','hubspot_owner_id':'7','hs_object_id':'"
                                + id
                                + "'},'createdAt':'"
                                + modified
                                + "','updatedAt':'"
                                + modified
                                + "','archived':false}"));
    }

    synchronized Portal archive(String list, long id, Instant at) {
        Objects.requireNonNull(Objects.requireNonNull(objects.get(list)).get(id))
                .put("archived", true)
                .put("archivedAt", at.toString());
        return this;
    }

    synchronized Portal owner(JsonNode owner) {
        owners.add(owner.deepCopy());
        return this;
    }

    synchronized Portal stage(String id, boolean closed, String probability) {
        stages.add(
                json(
                        "{'id':'"
                                + id
                                + "','label':'Any','metadata':{'isClosed':'"
                                + closed
                                + "','probability':'"
                                + probability
                                + "'}}"));
        return this;
    }

    /** Answers instead of the account, where it answers at all. */
    Portal failing(Function<Asked, @Nullable Told> with) {
        fault = with;
        return this;
    }

    Portal revoke() {
        token = "another";
        return this;
    }

    String url() {
        return script.uri("").toString();
    }

    List<Asked> asked() {
        return script.asked();
    }

    private Told answer(Asked asked) {
        Told instead = fault.apply(asked);
        if (instead != null) {
            return instead;
        }
        if (!asked.header("Authorization").equals("Bearer " + token)) {
            return new Told(
                    401,
                    Map.of(),
                    "{\"status\":\"error\",\"message\":\"Authentication credentials not found.\",\"category\":\"INVALID_AUTHENTICATION\"}",
                    0);
        }
        return Told.json(body(asked).toString());
    }

    private synchronized JsonNode body(Asked asked) {
        String path = asked.path();
        if (path.equals("/account-info/v3/details")) {
            return json("{'portalId':62515,'timeZone':'Etc/UTC','accountType':'STANDARD'}");
        }
        if (path.equals("/crm/v3/owners")) {
            boolean archived = asked.query().contains("archived=true");
            return results(owners.stream().filter(o -> o.path("archived").asBoolean() == archived));
        }
        if (path.equals("/crm/v3/pipelines/deals")) {
            ObjectNode pipeline = json("{'id':'default','label':'Sales'}");
            pipeline.putArray("stages").addAll(stages);
            return results(Stream.of(pipeline));
        }
        if (path.startsWith("/files/v3/files/")) {
            return json("{'id':'1','name':'quote','extension':'pdf'}");
        }
        String[] parts = path.split("/");
        if (path.endsWith("/batch/read")) {
            return associations(parts[4], parts[5], parse(asked.body()));
        }
        return path.endsWith("/search")
                ? search(parts[4], parse(asked.body()))
                : archived(parts[4], asked.query());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static ObjectNode results(Stream<? extends JsonNode> all) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        all.forEach(results::add);
        return answer;
    }

    private ObjectNode search(String list, JsonNode query) {
        String sort = query.at("/sorts/0/propertyName").asText("hs_object_id");
        List<ObjectNode> found =
                objects.getOrDefault(list, new TreeMap<>()).values().stream()
                        .filter(o -> !o.path("archived").asBoolean())
                        .filter(o -> matches(list, o, query.at("/filterGroups/0/filters")))
                        .sorted(Comparator.comparingLong(o -> number(list, o, sort)))
                        .toList();
        int from = query.path("after").asInt(0);
        int limit = query.path("limit").asInt(10);
        if (limit > 200 || from + limit > CAP) {
            throw new IllegalArgumentException("beyond what HubSpot gives: " + from + "+" + limit);
        }
        int to = Math.min(found.size(), from + limit);
        ObjectNode answer = results(found.subList(from, to).stream());
        answer.put("total", Math.min(CAP, found.size()));
        if (to < found.size()) {
            answer.putObject("paging").putObject("next").put("after", Integer.toString(to));
        }
        return answer;
    }

    private boolean matches(String list, ObjectNode object, JsonNode filters) {
        for (JsonNode filter : filters) {
            long value = number(list, object, filter.path("propertyName").asText());
            long wanted = filter.path("value").asLong();
            boolean fits =
                    switch (filter.path("operator").asText()) {
                        case "GTE" -> value >= wanted;
                        case "GT" -> value > wanted;
                        case "EQ" -> value == wanted;
                        default -> throw new IllegalArgumentException(filter.toString());
                    };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private long number(String list, ObjectNode object, String property) {
        long id = object.path("id").asLong();
        return property.equals("hs_object_id")
                ? id
                : Objects.requireNonNull(stamps.get(list + "/" + id));
    }

    private ObjectNode associations(String from, String to, JsonNode body) {
        List<ObjectNode> found = new ArrayList<>();
        for (JsonNode input : body.path("inputs")) {
            String id = input.path("id").asText();
            JsonNode ends = links.getOrDefault(from + "/" + id, JSON.createObjectNode());
            ObjectNode one = JSON.createObjectNode();
            one.putObject("from").put("id", id);
            ArrayNode list = one.putArray("to");
            for (JsonNode end : ends.path(to).path("results")) {
                ObjectNode link = list.addObject().put("toObjectId", end.path("id").asLong());
                ObjectNode type = link.putArray("associationTypes").addObject();
                type.put("category", "HUBSPOT_DEFINED").put("typeId", 5);
                type.put("label", end.path("label").asText(null));
            }
            if (!list.isEmpty()) {
                found.add(one);
            }
        }
        return results(found.stream()).put("status", "COMPLETE");
    }

    private ObjectNode archived(String list, String query) {
        long after =
                Stream.of(query.split("&"))
                        .filter(part -> part.startsWith("after="))
                        .mapToLong(part -> Long.parseLong(part.substring(6)))
                        .findFirst()
                        .orElse(0);
        List<ObjectNode> all =
                objects.getOrDefault(list, new TreeMap<>()).tailMap(after).values().stream()
                        .filter(o -> o.path("archived").asBoolean())
                        .toList();
        ObjectNode answer = results(all.stream().limit(100));
        if (all.size() > 100) {
            answer.putObject("paging")
                    .putObject("next")
                    .put("after", all.get(100).path("id").asText());
        }
        return answer;
    }

    @Override
    public void close() {
        script.close();
    }
}
