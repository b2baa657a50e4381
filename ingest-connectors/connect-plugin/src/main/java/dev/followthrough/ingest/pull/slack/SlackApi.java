package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonCalls;
import dev.followthrough.ingest.pull.JsonCalls.Raw;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.NoAnswer;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Tools;

import okhttp3.FormBody;
import okhttp3.Response;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The Web API by the official client, each answer as the JSON that came: what Slack adds next year
 * reaches the mappers and the dead letters as it is. Errors become the three kinds of {@link
 * PullException}. Thread-safe.
 */
final class SlackApi implements AutoCloseable {
    /** Only a person can mend these. */
    private static final Set<String> REFUSED =
            Set.of(
                    "invalid_auth",
                    "not_authed",
                    "account_inactive",
                    "token_revoked",
                    "token_expired",
                    "missing_scope",
                    "no_permission",
                    "org_login_required",
                    "ekm_access_denied",
                    "team_access_not_granted",
                    "not_allowed_token_type",
                    "access_denied",
                    "enterprise_is_restricted");

    private static final Set<String> GONE =
            Set.of("channel_not_found", "not_in_channel", "is_archived", "thread_not_found");
    private static final int MAX_WORD = 60;

    private final SlackHttpClient connections;
    private final String endpoint;
    private final String token;
    private final JsonCalls calls;

    private SlackApi(SlackHttpClient connections, String endpoint, String token, JsonCalls calls) {
        this.connections = connections;
        this.endpoint = endpoint;
        this.token = token;
        this.calls = calls;
    }

    static SlackApi open(SlackSourceConfig config, Tools tools) {
        SlackConfig settings = new SlackConfig();
        settings.setMethodsEndpointUrlPrefix(config.endpoint());
        int timeout = Math.toIntExact(config.requestTimeout().toMillis());
        settings.setHttpClientReadTimeoutMillis(timeout);
        settings.setHttpClientCallTimeoutMillis(timeout);
        settings.setStatsEnabled(false);
        Limiter limiter = new Limiter(method -> rate(method, config), tools);
        SlackHttpClient client = SlackHttpClient.buildSlackHttpClient(settings);
        client.setConfig(settings);
        return new SlackApi(
                client, config.endpoint(), config.token(), new JsonCalls("slack", limiter, tools));
    }

    /** Slack counts by method, workspace and app: tasks share what there is. */
    private static Rate rate(String method, SlackSourceConfig config) {
        int calls =
                switch (method) {
                    case "conversations.history", "conversations.replies" ->
                            config.requestsPerMinute();
                    case "conversations.members" -> 100;
                    default -> 20;
                };
        return new Rate(calls, Duration.ofMinutes(1).multipliedBy(config.tasks()));
    }

    /**
     * Calls a method.
     *
     * @param tolerated errors that the caller handles: their answer is returned
     */
    JsonNode call(String method, Map<String, String> arguments, String... tolerated)
            throws InterruptedException {
        return answer(method, arguments, tolerated).body();
    }

    /** The same with the headers. */
    Answer answer(String method, Map<String, String> arguments, String... tolerated)
            throws InterruptedException {
        Answer answer = calls.exchange(method, () -> once(method, arguments));
        JsonNode body = answer.body();
        if (body.path("ok").asBoolean()) {
            return answer;
        }
        String error = word(body.path("error").asText(""));
        if (Set.of(tolerated).contains(error)) {
            return answer;
        }
        throw failed(method, answer, error);
    }

    private Raw once(String method, Map<String, String> arguments)
            throws IOException, InterruptedException {
        FormBody.Builder form = new FormBody.Builder();
        arguments.forEach(form::add);
        try (Response response =
                connections.postFormWithBearerHeader(endpoint + method, token, form.build())) {
            byte[] body = response.body().source().inputStream().readNBytes(Raw.MAX_BYTES + 1);
            return new Raw(
                    String.valueOf(URI.create(endpoint).getHost()),
                    response.code(),
                    HttpHeaders.of(response.headers().toMultimap(), (name, value) -> true),
                    body);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new NoAnswer(URI.create(endpoint), e);
        }
    }

    private static PullException failed(String method, Answer answer, String error) {
        String said =
                "slack " + method + " answered " + (error.isEmpty() ? answer.status() : error);
        if (error.equals("missing_scope")) {
            String needed = word(answer.body().path("needed").asText(""));
            return new PullException.Refused(
                    said + ": add the scope " + needed + " to the app and install it again");
        }
        if (REFUSED.contains(error) || answer.status() == 401 || answer.status() == 403) {
            return new PullException.Refused(
                    said + ": give the connector a token that the workspace accepts");
        }
        if (error.isEmpty()) {
            return new PullException.Unavailable(
                    said + ", and not as Slack does: check " + SlackSourceConfig.ENDPOINT);
        }
        return GONE.contains(error)
                ? new PullException.Gone(said)
                : new PullException.Unavailable(said);
    }

    /** Error names are Slack's own words; anything longer is not shown. */
    private static String word(String text) {
        return text.length() <= MAX_WORD && text.matches("[A-Za-z0-9_:,.-]*") ? text : "an error";
    }

    /** Ends calls under way, too; from any thread. */
    @Override
    public void close() {
        connections.getOkHttpClient().dispatcher().cancelAll();
        connections.getOkHttpClient().connectionPool().evictAll();
    }
}
