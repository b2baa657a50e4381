package dev.followthrough.ingest.pull.zoom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonCalls;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.Limiter;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Rate;
import dev.followthrough.ingest.pull.Tools;
import dev.followthrough.ingest.pull.Whole;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/** Calls of the API with a token that is renewed, and its refusals in words. For one thread. */
final class ZoomApi {
    private static final int SCOPES = 4711;
    private static final int MOST_REDIRECTS = 4;

    /** Bytes of a transcript: some hundred hours of talk. */
    static final int MOST_TEXT = JsonCalls.Raw.MAX_BYTES / 2;

    private final ZoomSourceConfig config;
    private final Tools tools;
    private final HttpClient client;
    private final JsonHttp http;
    private final JsonCalls calls;
    private @Nullable String token;
    private long renewAt;

    ZoomApi(ZoomSourceConfig config, Tools tools) {
        this.config = config;
        this.tools = tools;
        Rate rate = new Rate(config.rate(), Duration.ofSeconds(config.tasks()));
        Limiter limiter = new Limiter(method -> rate, tools);
        // A token goes to Zoom alone: whoever a download leads to is looked at first.
        this.client = JsonHttp.direct(config.requestTimeout());
        this.http = new JsonHttp("zoom", client, limiter, tools);
        this.calls = new JsonCalls("zoom", limiter, tools);
    }

    /**
     * Refusals other than of token and scopes are answers.
     *
     * @param path with its query
     * @param what named in errors: {@code recordings}
     */
    Answer ask(String path, String what) throws InterruptedException {
        URI address = config.url().resolve(path);
        Answer answer = http.send("api", () -> request(address));
        if (answer.status() == 401) {
            token = null; // it has ended: the next one is tried once
            answer = http.send("api", () -> request(address));
        }
        return checked(answer, what);
    }

    /** Throws where the answer is a refusal. */
    JsonNode get(String path, String what) throws InterruptedException {
        Answer answer = ask(path, what);
        if (answer.ok()) {
            return answer.body();
        }
        throw new PullException.Refused(
                "zoom answers "
                        + answer.status()
                        + " (code "
                        + answer.body().path("code").asInt()
                        + ") to "
                        + what);
    }

    /** A text; its status says where there is none, a null node that it is too long to be read. */
    Answer text(URI address, String what) throws InterruptedException {
        Answer answer = calls.exchange("api", () -> download(address));
        if (answer.status() == 401) {
            token = null;
            answer = calls.exchange("api", () -> download(address));
        }
        return checked(answer, what);
    }

    /** Whether an address is Zoom's, so that it may see the token. */
    boolean isOurs(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean zoom = host.endsWith(".zoom.us") || host.endsWith(".zoomgov.com");
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean same =
                host.equals(config.url().getHost())
                        && address.getPort() == config.url().getPort()
                        && config.url().getScheme().equalsIgnoreCase(address.getScheme());
        return same || https && (zoom || host.equals("zoom.us"));
    }

    private JsonCalls.Raw download(URI first) throws IOException, InterruptedException {
        URI address = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpRequest request =
                    isOurs(address)
                            ? request(address)
                            : HttpRequest.newBuilder(address)
                                    .timeout(config.requestTimeout())
                                    .build();
            HttpResponse<byte[]> response = Whole.send(client, request, MOST_TEXT + 1);
            String to = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || to.isEmpty()) {
                boolean ok = response.statusCode() / 100 == 2;
                byte[] body = ok ? text(response.body()) : response.body();
                String host = String.valueOf(address.getHost());
                return new JsonCalls.Raw(host, response.statusCode(), response.headers(), body);
            }
            address = address.resolve(to);
        }
        throw new IOException("redirected more than " + MOST_REDIRECTS + " times");
    }

    /** As a JSON text; nothing where it is too long for one. */
    private static byte[] text(byte[] body) {
        byte[] json =
                body.length > MOST_TEXT
                        ? new byte[0]
                        : Json.bytes(new String(body, StandardCharsets.UTF_8));
        return json.length > JsonCalls.Raw.MAX_BYTES ? new byte[0] : json;
    }

    private HttpRequest request(URI address) throws InterruptedException {
        return HttpRequest.newBuilder(address)
                .timeout(config.requestTimeout())
                .header("Authorization", "Bearer " + token())
                .build();
    }

    private static Answer checked(Answer answer, String what) {
        int code = answer.body().path("code").asInt();
        if (answer.status() == 401) {
            throw new PullException.Refused(
                    "zoom refuses a new token too (401) at "
                            + what
                            + ": the app was deactivated; activate it, or set "
                            + ZoomSourceConfig.CLIENT_SECRET
                            + " anew");
        }
        if (code == SCOPES || answer.status() == 403) {
            throw new PullException.Refused(
                    "zoom does not let the app read "
                            + what
                            + ": add the scopes "
                            + scopes(answer.body().path("message").asText(""))
                            + " to the app and activate it");
        }
        return answer;
    }

    private static String scopes(String message) {
        int open = message.indexOf('[');
        int close = message.indexOf(']', Math.max(0, open));
        String named = open < 0 || close < 0 ? "" : message.substring(open + 1, close);
        return named.matches("[\\w:, ]{1,500}") ? named : "that docs/connectors/zoom.md lists";
    }

    private String token() throws InterruptedException {
        String now = token;
        if (now != null && tools.pace().nanos() - renewAt < 0) {
            return now;
        }
        String credentials = config.clientId() + ":" + config.secret().value();
        String query =
                "grant_type=account_credentials&account_id="
                        + URLEncoder.encode(config.account(), StandardCharsets.UTF_8);
        Answer answer =
                http.send(
                        "login",
                        () ->
                                HttpRequest.newBuilder(
                                                config.loginUrl().resolve("/oauth/token?" + query))
                                        .timeout(config.requestTimeout())
                                        .header("Authorization", "Basic " + base64(credentials))
                                        .POST(BodyPublishers.noBody())
                                        .build());
        String given = answer.body().path("access_token").asText("");
        if (!answer.ok()) {
            String error = answer.body().path("error").asText("");
            throw new PullException.Refused(
                    error.isEmpty() ? ZoomSourceConfig.LOGIN_URL : ZoomSourceConfig.CLIENT_ID,
                    "zoom refuses to log in ("
                            + (answer.status() + " " + error).strip()
                            + "): check "
                            + (error.isEmpty() ? ZoomSourceConfig.LOGIN_URL + ", " : "")
                            + ZoomSourceConfig.ACCOUNT
                            + ", "
                            + ZoomSourceConfig.CLIENT_ID
                            + " and "
                            + ZoomSourceConfig.CLIENT_SECRET
                            + ", and that the app is activated");
        }
        if (!given.matches("[!-~]+")) {
            throw new PullException.Unavailable("zoom login answered without a token");
        }
        // Half of its life: a token may end while a call waits for a rate limit.
        long half = Math.max(30, answer.body().path("expires_in").asLong(3600) / 2);
        renewAt = tools.pace().nanos() + Duration.ofSeconds(half).toNanos();
        token = given;
        return given;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
