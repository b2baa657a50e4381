package dev.followthrough.ingest.pull.gong;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A Gong company on a loopback port, as its API's documentation and its users describe the real
 * one: calls by time, 100 a page with cursors that go with their filter, 404 where there are none.
 */
final class Company implements AutoCloseable {
    static final String KEY = "gong-key-1";
    static final String SECRET = "gong-secret-hush-hush";
    private static final int PAGE = 100;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "No calls found corresponding to the provided filters";

    private final List<ObjectNode> calls = new CopyOnWriteArrayList<>();
    private final Map<String, ArrayNode> transcripts = new ConcurrentHashMap<>();
    private volatile Function<Asked, @Nullable Told> fault = asked -> null;
    private final Script script = Script.start(this::answer);

    /** A call of Ana (ours) and Cy (theirs), who speak by turns; a sentence a turn. */
    Company call(String id, Instant start, int sentences) {
        add(id, start.toString());
        return sentences == 0 ? this : transcript(id, monologues(sentences));
    }

    /**
     * A call without a transcript yet.
     *
     * @return what may be changed of it
     */
    ObjectNode add(String id, String started) {
        ObjectNode call = JSON.createObjectNode();
        call.putObject("metaData")
                .put("id", id)
                .put("url", "https://app.gong.example/call?id=" + id)
                .put("title", "Kick-off")
                .put("started", started)
                .put("workspaceId", "1");
        ArrayNode parties = call.putArray("parties");
        party(parties, "s1", "Ana Lima", "ana@ours.example", "Internal");
        party(parties, "s2", "Cy Dee", "cy@acme.example", "External");
        calls.removeIf(known -> id(known).equals(id));
        calls.add(call);
        return call;
    }

    private static void party(
            ArrayNode parties, String speaker, String name, String email, String affiliation) {
        parties.addObject()
                .put("speakerId", speaker)
                .put("name", name)
                .put("emailAddress", email)
                .put("affiliation", affiliation);
    }

    static ArrayNode monologues(int count) {
        ArrayNode monologues = JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            ObjectNode monologue = monologues.addObject();
            monologue.put("speakerId", i % 2 == 0 ? "s1" : "s2").put("topic", "Next steps");
            monologue
                    .putArray("sentences")
                    .addObject()
                    .put("start", 60_000L * i + 1000)
                    .put("end", 60_000L * i + 3000)
                    .put("text", "Words " + i);
        }
        return monologues;
    }

    /** Moves a call to another workspace. */
    Company in(String id, String workspace) {
        calls.stream()
                .filter(call -> id(call).equals(id))
                .forEach(call -> ((ObjectNode) call.get("metaData")).put("workspaceId", workspace));
        return this;
    }

    Company transcript(String id, ArrayNode monologues) {
        transcripts.put(id, monologues);
        return this;
    }

    Company failing(Function<Asked, @Nullable Told> with) {
        fault = with;
        return this;
    }

    List<Asked> asked() {
        return script.asked();
    }

    String url() {
        return script.uri("").toString();
    }

    static Told error(int status, String message) {
        return new Told(
                status, Map.of(), "{\"requestId\":\"r1\",\"errors\":[\"" + message + "\"]}", 0);
    }

    private Told answer(Asked asked) {
        Told instead = fault.apply(asked);
        if (instead != null) {
            return instead;
        }
        String basic =
                Base64.getEncoder()
                        .encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!asked.header("Authorization").equals("Basic " + basic)) {
            return error(401, "Unauthorized");
        }
        JsonNode body = body(asked);
        return switch (asked.method() + " " + asked.path()) {
            case "POST /v2/calls/extensive" -> list(body);
            case "POST /v2/calls/transcript" -> transcripts(body);
            default -> error(404, "Not Found");
        };
    }

    static JsonNode body(Asked asked) {
        try {
            return JSON.readTree(asked.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Told list(JsonNode body) {
        JsonNode filter = body.path("filter");
        String cursor = body.path("cursor").asText("0." + filter.hashCode());
        int page = Integer.parseInt(cursor.substring(0, cursor.indexOf('.')));
        if (!cursor.equals(page + "." + filter.hashCode())) {
            return error(400, "cursor does not go with the filter");
        }
        List<ObjectNode> found = new ArrayList<>(calls);
        found.removeIf(call -> !fits(call.path("metaData"), filter));
        if (found.isEmpty()) {
            return error(404, NOTHING);
        }
        ObjectNode answer = JSON.createObjectNode().put("requestId", "r2");
        ArrayNode list = answer.putArray("calls");
        found.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .forEach(call -> list.add((JsonNode) call));
        ObjectNode records = answer.putObject("records").put("totalRecords", found.size());
        if (found.size() > (page + 1) * PAGE) {
            records.put("cursor", (page + 1) + "." + filter.hashCode());
        }
        return Told.json(answer.toString());
    }

    /** What is no time is listed always. */
    private static boolean fits(JsonNode call, JsonNode filter) {
        String workspace = filter.path("workspaceId").asText("");
        if (!workspace.isEmpty() && !workspace.equals(call.path("workspaceId").asText())) {
            return false;
        }
        String started = call.path("started").asText("");
        if (!started.startsWith("20")) {
            return true;
        }
        Instant at = OffsetDateTime.parse(started).toInstant();
        String to = filter.path("toDateTime").asText("");
        return !at.isBefore(Instant.parse(filter.path("fromDateTime").asText()))
                && (to.isEmpty() || at.isBefore(Instant.parse(to)));
    }

    private Told transcripts(JsonNode body) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode list = answer.putArray("callTranscripts");
        for (JsonNode id : body.path("filter").path("callIds")) {
            ArrayNode transcript = transcripts.get(id.asText());
            if (transcript != null) {
                list.addObject().put("callId", id.asText()).set("transcript", transcript);
            }
        }
        return list.isEmpty() ? error(404, NOTHING) : Told.json(answer.toString());
    }

    private static String id(ObjectNode call) {
        return call.path("metaData").path("id").asText();
    }

    @Override
    public void close() {
        script.close();
    }
}
