package dev.followthrough.ingest.pull.hubspot;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Tools;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calls of the API, each within its rate, and its refusals in words. Thread-safe. */
final class HubSpotApi {
    static final String SEARCH = "search";
    private static final String OTHER = "api";
    private static final int MIGRATING = 477;

    private final HubSpotSourceConfig config;
    private final JsonHttp http;

    HubSpotApi(HubSpotSourceConfig config, Tools tools) {
        this.config = config;
        int tasks = config.tasks();
        Rate search = new Rate(1, Duration.ofSeconds(tasks).dividedBy(config.searchRate()));
        Rate others = new Rate(1, Duration.ofSeconds(10L * tasks).dividedBy(config.rate()));
        this.http =
                new JsonHttp(
                        "hubspot",
                        JsonHttp.direct(config.requestTimeout()),
                        new Limiter(method -> method.equals(SEARCH) ? search : others, tools),
                        tools);
    }

    /**
     * @param path with its query
     * @param what named in errors: {@code owners}
     */
    JsonNode get(String path, String what) throws InterruptedException {
        return answer(path, what).body();
    }

    Answer answer(String path, String what) throws InterruptedException {
        return ask(OTHER, path, null, what);
    }

    JsonNode post(String path, JsonNode body, String what) throws InterruptedException {
        return ask(OTHER, path, body, what).body();
    }

    JsonNode search(String list, JsonNode body) throws InterruptedException {
        return ask(SEARCH, config.objectsPath() + "/" + list + "/search", body, list).body();
    }

    private Answer ask(String method, String path, @Nullable JsonNode body, String what)
            throws InterruptedException {
        Answer answer = http.send(method, () -> request(path, body));
        if (answer.ok()) {
            return answer;
        }
        throw refusal(answer, what);
    }

    private HttpRequest request(String path, @Nullable JsonNode body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(config.url().resolve(path))
                        .timeout(config.requestTimeout())
                        .header("Authorization", "Bearer " + config.token().value())
                        .header("Accept", "application/json");
        return body == null
                ? request.build()
                : request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                        .build();
    }

    /** What a person has to do; never what HubSpot's message quotes. */
    private PullException refusal(Answer answer, String what) {
        int status = answer.status();
        if (status == MIGRATING || status == 423) {
            return new PullException.Unavailable(
                    "hubspot is moving or locking the account (" + status + ") at " + what,
                    Duration.ofMinutes(5),
                    null);
        }
        String category = answer.body().path("category").asText("").toLowerCase(Locale.ROOT);
        String said = (status + " " + category).strip();
        if (status == 401) {
            return new PullException.Refused(
                    "hubspot refuses the token ("
                            + said
                            + "): it was revoked, rotated or mistyped; create one in the private app and set "
                            + HubSpotSourceConfig.TOKEN);
        }
        if (status == 403) {
            return new PullException.Refused(
                    "hubspot does not let the app read "
                            + what
                            + " ("
                            + said
                            + "): add the scopes "
                            + scopes(answer.body())
                            + " to the private app, or take "
                            + what
                            + " out of "
                            + HubSpotSourceConfig.OBJECTS);
        }
        return new PullException.Refused(
                HubSpotSourceConfig.URL,
                "hubspot answers "
                        + said
                        + " to "
                        + what
                        + ": check "
                        + HubSpotSourceConfig.URL
                        + " and "
                        + HubSpotSourceConfig.OBJECTS_PATH);
    }

    private static String scopes(JsonNode body) {
        List<String> scopes = new ArrayList<>();
        for (JsonNode error : body.path("errors")) {
            JsonNode context = error.path("context");
            context.path("requiredGranularScopes").forEach(scope -> scopes.add(scope.asText()));
            context.path("requiredScopes").forEach(scope -> scopes.add(scope.asText()));
        }
        return scopes.isEmpty() ? "that it names" : String.join(", ", scopes);
    }
}
