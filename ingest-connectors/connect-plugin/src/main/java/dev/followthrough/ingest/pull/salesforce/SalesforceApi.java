package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Tools;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Queries of an org, within its daily limit, and its refusals in words. For one thread. */
final class SalesforceApi {
    static final String QUERY = "query";

    /** The least that may be asked for, so that long texts stay within an answer. */
    private static final String BATCH = "batchSize=200";

    private static final Pattern USAGE = Pattern.compile("api-usage=(\\d{1,12})/(\\d{1,12})");
    private static final Pattern COLUMN = Pattern.compile("No such column '([\\w.]{1,80})'");
    private static final Duration QUIET = Duration.ofMinutes(15);
    private static final int CALLS_PER_SECOND = 10;

    private final SalesforceSourceConfig config;
    private final JsonHttp http;
    private final SalesforceLogin login;
    private final Tools tools;

    /** Until when the org's other users have the rest of the day's calls, by the pace. */
    private @Nullable Long quiet;

    SalesforceApi(SalesforceSourceConfig config, Tools tools) {
        this.config = config;
        this.tools = tools;
        Rate rate = new Rate(CALLS_PER_SECOND, Duration.ofSeconds(config.tasks()));
        this.http =
                new JsonHttp(
                        "salesforce",
                        JsonHttp.direct(config.requestTimeout()),
                        new Limiter(method -> rate, tools),
                        tools);
        this.login = new SalesforceLogin(config, http, tools.clock());
    }

    /** A query's cursor is no longer known: it is asked anew. */
    static final class CursorLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Where the API is, once logged in. */
    URI instance() throws InterruptedException {
        return login.session().instance();
    }

    /** Its sessions, for whoever calls Salesforce otherwise. */
    SalesforceLogin login() {
        return login;
    }

    /** Deleted and archived rows too. */
    JsonNode query(String soql, String object) throws InterruptedException {
        String path =
                config.dataPath()
                        + "/queryAll?q="
                        + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        try {
            return get(path, object);
        } catch (CursorLost e) {
            throw new PullException.Unavailable(
                    "salesforce answers a query of " + object + " as if it were an old one");
        }
    }

    /**
     * @param path as the answer before gave it
     * @throws CursorLost where it has expired
     */
    JsonNode more(String path, String object) throws InterruptedException {
        if (!path.startsWith("/services/data/")) {
            throw new CursorLost();
        }
        return get(path, object);
    }

    private JsonNode get(String path, String object) throws InterruptedException {
        Answer answer = once(path);
        if (answer.status() == 401) {
            answer = once(path); // sessions end: the next one is tried once
        }
        if (answer.ok()) {
            return answer.body();
        }
        throw refusal(answer, object);
    }

    private Answer once(String path) throws InterruptedException {
        rest();
        SalesforceLogin.Session session = login.session();
        Answer answer =
                http.send(
                        QUERY,
                        () ->
                                HttpRequest.newBuilder(session.instance().resolve(path))
                                        .timeout(config.requestTimeout())
                                        .header("Authorization", "Bearer " + session.token())
                                        .header("Accept", "application/json")
                                        .header("Sforce-Query-Options", BATCH)
                                        .build());
        note(answer.header("Sforce-Limit-Info"));
        if (answer.status() == 401) {
            login.ended(session);
        }
        return answer;
    }

    /** After a while one call asks how the day stands. */
    private void rest() {
        Long until = quiet;
        if (until == null) {
            return;
        }
        long left = until - tools.pace().nanos();
        if (left <= 0) {
            quiet = null;
            return;
        }
        throw new PullException.Unavailable(
                "salesforce: the org has used its share of today's API calls ("
                        + SalesforceSourceConfig.SHARE
                        + " "
                        + config.share()
                        + "), waiting",
                Duration.ofNanos(left),
                null);
    }

    private void note(String header) {
        Matcher usage = USAGE.matcher(header);
        if (usage.find()) {
            double used = Double.parseDouble(usage.group(1));
            double allowed = Double.parseDouble(usage.group(2));
            boolean much = used >= config.share() * allowed;
            quiet = much ? Long.valueOf(tools.pace().nanos() + QUIET.toNanos()) : null;
        }
    }

    private RuntimeException refusal(Answer answer, String object) {
        JsonNode error = answer.body().isArray() ? answer.body().path(0) : answer.body();
        String code = error.path("errorCode").asText("");
        String answered = "salesforce answers " + answer.status() + " " + code + " to " + object;
        return switch (code) {
            case "INVALID_QUERY_LOCATOR" -> new CursorLost();
            case "REQUEST_LIMIT_EXCEEDED" ->
                    new PullException.Unavailable(
                            answered + ": the org has used all of today's API calls",
                            Duration.ofHours(1),
                            null);
            case "SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "UNABLE_TO_LOCK_ROW" ->
                    new PullException.Unavailable(answered);
            case "INVALID_FIELD" ->
                    new PullException.Refused(
                            answered
                                    + ": the user may not see the field "
                                    + column(error)
                                    + "; give its permission set the right to read it");
            case "INVALID_TYPE" ->
                    new PullException.Refused(
                            answered
                                    + ": the user may not see this object, or the org has none; grant it, or take it out of "
                                    + SalesforceSourceConfig.OBJECTS);
            case "INVALID_SESSION_ID" ->
                    new PullException.Refused(
                            answered
                                    + ": a new session was refused as well; the user was frozen, or the connected app's policy blocks this address");
            default -> new PullException.Refused(answered);
        };
    }

    private static String column(JsonNode error) {
        Matcher column = COLUMN.matcher(error.path("message").asText(""));
        return column.find() ? column.group(1) : "that it asks for";
    }
}
