package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Salesforce org on a loopback port, as the real one behaves: logs in, answers SOQL on {@code
 * queryAll} in pages with cursors that expire, and counts calls.
 */
final class Org implements AutoCloseable {
    static final String SECRET = "secret-hush-hush";
    static final String ID = "00D8d0000012345EAA";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);
    private static final Pattern FROM = Pattern.compile(" FROM (\\w+)");
    private static final Pattern SINCE =
            Pattern.compile("SystemModstamp >= (\\S+)|SystemModstamp = (\\S+) AND Id > '(\\w+)'");

    /** A row and what a query looks at. */
    private record Row(String id, Instant stamp, ObjectNode json) {}

    private final Map<String, Map<String, Row>> objects = new ConcurrentHashMap<>();
    private final Map<String, List<Row>> cursors = new ConcurrentHashMap<>();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int allowed = 1_000_000;
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private volatile String session = "session-0";
    private volatile boolean namesItself = true;
    private volatile Function<Asked, @Nullable Told> fault = asked -> null;
    private final Script script = Script.start(this::answer);

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String stamp(Instant at) {
        return STAMP.format(at);
    }

    /** An id of 18 characters that grows with its number. */
    static String id(String kind, int number) {
        return kind + String.format("8d%010dAAA", number);
    }

    synchronized Org put(String object, String id, Instant stamp, ObjectNode row) {
        row.put("Id", id).put("SystemModstamp", stamp(stamp));
        row.putObject("attributes").put("type", object);
        objects.computeIfAbsent(object, any -> new TreeMap<>()).put(id, new Row(id, stamp, row));
        return this;
    }

    Org task(int number, Instant stamp, String subject) {
        return put(
                "Task",
                id("00T", number),
                stamp,
                json(
                        "{'Subject':'"
                                + subject
                                + "','TaskSubtype':'Task','Status':'Open','IsClosed':false,'OwnerId':'"
                                + id("005", 1)
                                + "','CreatedDate':'"
                                + stamp(stamp)
                                + "','IsDeleted':false}"));
    }

    Org failing(Function<Asked, @Nullable Told> with) {
        fault = with;
        return this;
    }

    /** Calls a day. */
    Org allowing(int number) {
        allowed = number;
        return this;
    }

    /** Ends every session; the next log-in begins one. */
    Org endSessions() {
        sessions.clear();
        return this;
    }

    /** Log-ins do not tell the org's id. */
    Org nameless() {
        namesItself = false;
        return this;
    }

    /** The latest. */
    String session() {
        return session;
    }

    boolean isOpen(String token) {
        return sessions.contains(token);
    }

    /** Forgets cursors, as maintenance does. */
    Org forgetCursors() {
        cursors.clear();
        return this;
    }

    int logins() {
        return logins.get();
    }

    int calls() {
        return calls.get();
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
        if (asked.path().equals("/services/oauth2/token")) {
            session = "session-" + logins.incrementAndGet();
            sessions.add(session); // a log-in ends no other session
            return Told.json(
                    "{\"access_token\":\""
                            + session
                            + "\",\"instance_url\":\""
                            + url()
                            + (namesItself
                                    ? "\",\"id\":\"" + url() + "/id/" + ID + "/" + id("005", 9)
                                    : "")
                            + "\",\"token_type\":\"Bearer\"}");
        }
        String bearer = asked.header("Authorization").replaceFirst("^Bearer ", "");
        if (!isOpen(bearer)) {
            return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
        }
        if (asked.path().equals("/services/oauth2/userinfo")) {
            return Told.json("{\"organization_id\":\"" + ID + "\"}");
        }
        String usage = "api-usage=" + calls.incrementAndGet() + "/" + allowed;
        if (calls.get() > allowed) {
            return error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        Told told = query(asked);
        return new Told(told.status(), Map.of("Sforce-Limit-Info", usage), told.body(), told.cut());
    }

    static Told error(int status, String code, String message) {
        return new Told(
                status,
                Map.of("Content-Type", "application/json"),
                "[{\"message\":\"" + message + "\",\"errorCode\":\"" + code + "\"}]",
                0);
    }

    private synchronized Told query(Asked asked) {
        String cursor = asked.path().replaceFirst("^.*/(?:queryAll|query)/?", "");
        if (!cursor.isEmpty()) {
            List<Row> rest = cursors.remove(cursor);
            return rest == null
                    ? error(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
                    : page(rest);
        }
        String soql =
                URLDecoder.decode(asked.query().substring("q=".length()), StandardCharsets.UTF_8);
        Matcher from = FROM.matcher(soql);
        if (!from.find()) {
            return error(400, "MALFORMED_QUERY", "no FROM");
        }
        List<Row> rows = new ArrayList<>(objects.getOrDefault(from.group(1), Map.of()).values());
        rows.sort(Comparator.comparing(Row::stamp).thenComparing(Row::id));
        Matcher since = SINCE.matcher(soql);
        if (since.find()) {
            String begin = since.group(1) != null ? since.group(1) : since.group(2);
            Instant stamp = Instant.parse(begin);
            String behind = since.group(3);
            rows.removeIf(row -> row.stamp().isBefore(stamp));
            rows.removeIf(
                    row ->
                            behind != null
                                    && row.stamp().equals(stamp)
                                    && row.id().compareTo(behind) <= 0);
        }
        return page(rows);
    }

    private Told page(List<Row> rows) {
        ObjectNode answer = JSON.createObjectNode().put("totalSize", rows.size());
        answer.put("done", rows.size() <= PAGE);
        ArrayNode records = answer.putArray("records");
        rows.stream().limit(PAGE).forEach(row -> records.add((JsonNode) row.json()));
        if (rows.size() > PAGE) {
            String cursor = "01g" + given.incrementAndGet(); // two tasks page at once
            cursors.put(cursor, List.copyOf(rows.subList(PAGE, rows.size())));
            answer.put("nextRecordsUrl", "/services/data/v60.0/query/" + cursor);
        }
        return Told.json(answer.toString());
    }

    @Override
    public void close() {
        script.close();
    }
}
