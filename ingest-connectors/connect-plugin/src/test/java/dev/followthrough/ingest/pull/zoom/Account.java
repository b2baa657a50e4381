package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A Zoom account on a loopback port, as the real one behaves: recordings a user and a month at
 * most, 30 a page with tokens, transcripts behind a redirect.
 */
final class Account implements AutoCloseable {
    static final String SECRET = "zoom-secret-hush-hush";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A meeting of a user. */
    private record Recorded(Instant start, ObjectNode json) {}

    private final Map<String, List<Recorded>> users = new ConcurrentHashMap<>();
    private final Map<String, String> transcripts = new ConcurrentHashMap<>();
    private final Map<String, ArrayNode> participants = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();

    /** Tokens up to this one have ended; a new one ends none before it. */
    private volatile int ended;

    private volatile Function<Asked, @Nullable Told> fault = asked -> null;
    private final Script script = Script.start(this::answer);

    Account user(String id) {
        users.put(id, new CopyOnWriteArrayList<>());
        return this;
    }

    /**
     * @param transcript null while it is not ready
     */
    Account meeting(String user, String uuid, Instant start, @Nullable String transcript) {
        ObjectNode meeting = JSON.createObjectNode().put("uuid", uuid).put("topic", "Kick-off");
        meeting.put("id", 84012345678L).put("host_id", user).put("timezone", "Europe/Lisbon");
        meeting.put("start_time", start.toString()).put("share_url", "https://zoom.example/rec/x");
        ArrayNode files = meeting.putArray("recording_files");
        file(files, uuid, start).put("file_type", "MP4").put("id", uuid + "-v");
        if (transcript != null) {
            file(files, uuid, start)
                    .put("file_type", "TRANSCRIPT")
                    .put("id", uuid + "-t")
                    .put("file_size", transcript.length());
            transcripts.put(uuid.replace("/", "-"), transcript);
        }
        List<Recorded> all = Objects.requireNonNull(users.get(user), user);
        all.removeIf(known -> known.json().path("uuid").asText().equals(uuid));
        all.add(new Recorded(start, meeting));
        return this;
    }

    private ObjectNode file(ArrayNode files, String uuid, Instant start) {
        return files.addObject()
                .put("recording_start", start.toString())
                .put("status", "completed")
                .put("download_url", url() + "/rec/download/" + uuid.replace("/", "-"));
    }

    Account present(String uuid, String name, String email) {
        participants
                .computeIfAbsent(uuid, any -> JSON.createArrayNode())
                .addObject()
                .put("name", name)
                .put("user_email", email);
        return this;
    }

    Account failing(Function<Asked, @Nullable Told> with) {
        fault = with;
        return this;
    }

    Account endTokens() {
        ended = logins.get();
        return this;
    }

    int logins() {
        return logins.get();
    }

    List<Asked> asked() {
        return script.asked();
    }

    String url() {
        return script.uri("").toString();
    }

    private Told answer(Asked asked) {
        Told instead = fault.apply(asked);
        if (instead != null) {
            return instead;
        }
        if (asked.path().equals("/oauth/token")) {
            String token = "zoom-token-" + logins.incrementAndGet();
            return Told.json(
                    "{\"access_token\":\""
                            + token
                            + "\",\"expires_in\":3599,\"token_type\":\"bearer\"}");
        }
        if (!isValid(asked.header("Authorization"))) {
            return error(401, 124, "Invalid access token.");
        }
        String path = asked.path();
        if (path.startsWith("/rec/download/")) {
            return new Told(302, Map.of("Location", "/file" + path.substring(13)), "", 0);
        }
        if (path.startsWith("/file/")) {
            String text = transcripts.get(path.substring(6));
            return text == null
                    ? Told.status(404)
                    : new Told(200, Map.of("Content-Type", "text/vtt"), text, 0);
        }
        return api(asked, path);
    }

    static Told error(int status, int code, String message) {
        return new Told(
                status, Map.of(), "{\"code\":" + code + ",\"message\":\"" + message + "\"}", 0);
    }

    private Told api(Asked asked, String path) {
        ObjectNode answer = JSON.createObjectNode();
        if (path.equals("/v2/users")) {
            ArrayNode list = answer.putArray("users");
            users.keySet().stream()
                    .sorted()
                    .forEach(
                            id ->
                                    list.addObject()
                                            .put("id", id)
                                            .put("email", id + "@acme.example"));
            return Told.json(answer.toString());
        }
        if (path.startsWith("/v2/past_meetings/")) {
            String uuid = path.substring(18, path.length() - "/participants".length());
            // Ids with slashes come encoded twice.
            String name =
                    uuid.contains("%") ? URLDecoder.decode(uuid, StandardCharsets.UTF_8) : uuid;
            JsonNode there = participants.get(name);
            return there == null
                    ? error(404, 3001, "Meeting does not exist")
                    : Told.json(answer.set("participants", there).toString());
        }
        String user = path.split("/")[3];
        return users.containsKey(user)
                ? recordings(users.get(user), query(asked.query()), answer)
                : error(404, 1001, "User does not exist");
    }

    private static Map<String, String> query(String text) {
        Map<String, String> query = new HashMap<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            query.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return query;
    }

    private static Told recordings(
            List<Recorded> all, Map<String, String> query, ObjectNode answer) {
        LocalDate from = LocalDate.parse(query.getOrDefault("from", "2026-01-01"));
        LocalDate to = LocalDate.parse(query.getOrDefault("to", "2026-01-02"));
        if (ChronoUnit.DAYS.between(from, to) > 31) {
            return error(400, 300, "The date range must be within a month");
        }
        List<Recorded> found = new ArrayList<>(all);
        found.removeIf(
                one -> {
                    LocalDate day = one.start().atZone(ZoneOffset.UTC).toLocalDate();
                    return day.isBefore(from) || day.isAfter(to);
                });
        int size = Integer.parseInt(query.get("page_size"));
        int page = Integer.parseInt(query.getOrDefault("next_page_token", "p0").substring(1));
        ArrayNode meetings = answer.putArray("meetings");
        found.stream()
                .skip((long) page * size)
                .limit(size)
                .forEach(one -> meetings.add((JsonNode) one.json()));
        boolean more = found.size() > (page + 1) * size;
        return Told.json(answer.put("next_page_token", more ? "p" + (page + 1) : "").toString());
    }

    @Override
    public void close() {
        script.close();
    }

    private boolean isValid(String authorization) {
        String begin = "Bearer zoom-token-";
        return authorization.startsWith(begin)
                && Integer.parseInt(authorization.substring(begin.length())) > ended;
    }
}
