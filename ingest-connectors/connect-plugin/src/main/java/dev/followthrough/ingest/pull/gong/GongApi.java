package dev.followthrough.ingest.pull.gong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Tools;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Requests within their rates, and Gong's refusals in words. For one thread. */
final class GongApi {
    /** Gong's limits are on all requests of a company. */
    private static final String ANY = "api";

    private static final String LIST = "/v2/calls/extensive";
    private static final String TRANSCRIPTS = "/v2/calls/transcript";

    /** Where nothing is to be listed, the status is 404 too. */
    private static final Pattern NOTHING = Pattern.compile("(?i)\\bno \\w+ found\\b");

    private final GongSourceConfig config;
    private final Limiter day;
    private final JsonHttp http;

    GongApi(GongSourceConfig config, Tools tools) {
        this.config = config;
        int tasks = config.tasks();
        Rate rate = new Rate(1, Duration.ofSeconds(tasks).dividedBy(config.rate()));
        // Half at once and half a day spread add up to what any 24 hours may have.
        Rate daily = new Rate(Math.max(1, config.daily() / 2 / tasks), Duration.ofDays(1));
        this.day = new Limiter(method -> daily, tools);
        this.http =
                new JsonHttp(
                        "gong",
                        JsonHttp.direct(config.requestTimeout()),
                        new Limiter(method -> rate, tools),
                        tools);
    }

    /**
     * A page of calls with their parties; not ok where Gong does not take the cursor any more.
     *
     * @param workspace empty for all
     * @param to exclusive; empty for no end
     * @param cursor as the page before it gave it; empty for the first one
     */
    Answer calls(String workspace, Instant from, String to, String cursor)
            throws InterruptedException {
        ObjectNode body = body(cursor);
        ObjectNode filter = body.putObject("filter").put("fromDateTime", from.toString());
        if (!to.isEmpty()) {
            filter.put("toDateTime", to);
        }
        if (!workspace.isEmpty()) {
            filter.put("workspaceId", workspace);
        }
        body.putObject("contentSelector").putObject("exposedFields").put("parties", true);
        return ask(LIST, body, "calls", "api:calls:read:extensive");
    }

    /** A page of the transcripts that there are of these calls. */
    Answer transcripts(List<String> calls, String cursor) throws InterruptedException {
        ObjectNode body = body(cursor);
        calls.forEach(body.putObject("filter").putArray("callIds")::add);
        return ask(TRANSCRIPTS, body, "callTranscripts", "api:calls:read:transcript");
    }

    private static ObjectNode body(String cursor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return cursor.isEmpty() ? body : body.put("cursor", cursor);
    }

    /**
     * @param list the field that an answer must have: any JSON at all may come from a proxy
     */
    private Answer ask(String path, ObjectNode body, String list, String scope)
            throws InterruptedException {
        Answer answer = http.send(ANY, () -> request(path, body));
        if (answer.ok()) {
            if (!answer.body().path(list).isArray()) {
                throw new PullException.Unavailable("gong answered " + path + " without " + list);
            }
            return answer;
        }
        if (answer.status() == 400 || isNothing(answer)) {
            return answer;
        }
        throw refusal(answer.status(), path, scope);
    }

    /** Of the next page; empty where there is none. */
    static String cursor(Answer answer) {
        return answer.body().path("records").path("cursor").asText("");
    }

    /** Whether an answer says that there is nothing, rather than that there is no such address. */
    private static boolean isNothing(Answer answer) {
        if (answer.status() != 404) {
            return false;
        }
        for (JsonNode error : answer.body().path("errors")) {
            if (NOTHING.matcher(error.asText("")).find()) {
                return true;
            }
        }
        return false;
    }

    /** Each try counts. */
    private HttpRequest request(String path, ObjectNode body) throws InterruptedException {
        day.acquire(ANY);
        String credentials = config.accessKey() + ":" + config.secret().value();
        byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(config.url().resolve(path))
                .timeout(config.requestTimeout())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                .build();
    }

    /** What a person has to do; never what Gong's message quotes. */
    private static PullException refusal(int status, String path, String scope) {
        return new PullException.Refused(
                status == 401 || status == 403 ? GongSourceConfig.ACCESS_KEY : GongSourceConfig.URL,
                switch (status) {
                    case 401 ->
                            "gong refuses the access key (401): it was revoked or mistyped; create one on Gong's API page and set "
                                    + GongSourceConfig.ACCESS_KEY
                                    + " and "
                                    + GongSourceConfig.SECRET;
                    case 403 ->
                            "gong does not let the access key read "
                                    + path
                                    + " (403): it needs the scope "
                                    + scope;
                    default ->
                            "gong answers "
                                    + status
                                    + " to "
                                    + path
                                    + ": check "
                                    + GongSourceConfig.URL
                                    + ", which Gong's API page shows";
                });
    }
}
