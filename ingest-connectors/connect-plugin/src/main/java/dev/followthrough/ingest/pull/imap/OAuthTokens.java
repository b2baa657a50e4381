package dev.followthrough.ingest.pull.imap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.Whole;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Access tokens by a refresh token or, without one, by the client's own credentials (RFC 6749,
 * sections 6 and 4.4). One is used for half of its life, then the next is asked for. Thread-safe.
 */
final class OAuthTokens implements AccessTokens {
    private static final ObjectMapper JSON = Json.mapperCopy();
    private static final int LONGEST_ANSWER = 256 * 1024;
    private static final long DEFAULT_LIFE_S = 600;
    private static final String NO_JSON =
            "no JSON: usually a proxy or a sign-in page answers in its place, or "
                    + ImapConfig.TOKEN_URL
                    + " is wrong";

    private final Grant grant;
    private final InstantSource clock;
    private final Duration timeout;
    private final HttpClient http;
    private @Nullable String token;
    private Instant goodUntil = Instant.MIN;

    /**
     * @param refreshToken null for the client's own credentials
     * @param scope empty where the provider needs none
     */
    record Grant(
            URI url,
            String clientId,
            String clientSecret,
            @Nullable String refreshToken,
            String scope) {
        @Override
        public String toString() {
            return "Grant[" + clientId + " at " + url + "]";
        }

        private String form() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("grant_type", refreshToken == null ? "client_credentials" : "refresh_token");
            fields.put("client_id", clientId);
            if (!clientSecret.isEmpty()) {
                fields.put("client_secret", clientSecret);
            }
            if (refreshToken != null) {
                fields.put("refresh_token", refreshToken);
            }
            if (!scope.isEmpty()) {
                fields.put("scope", scope);
            }
            return fields.entrySet().stream()
                    .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param timeout how long an answer may take, to its last byte
     */
    OAuthTokens(Grant grant, InstantSource clock, Duration timeout) {
        this.grant = grant;
        this.clock = clock;
        this.timeout = timeout;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public synchronized String token(boolean fresh) throws IOException {
        String last = token;
        if (last != null && !fresh && clock.instant().isBefore(goodUntil)) {
            return last;
        }
        JsonNode answer = ask();
        String next = answer.path("access_token").asText("");
        if (next.isEmpty()) {
            throw new IOException(
                    "the token endpoint " + grant.url() + " answered without a token");
        }
        long life = Math.max(60, answer.path("expires_in").asLong(DEFAULT_LIFE_S));
        token = next;
        goodUntil = clock.instant().plusSeconds(life / 2);
        return next;
    }

    private JsonNode ask() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(grant.url())
                        .timeout(timeout)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(grant.form()))
                        .build();
        try {
            HttpResponse<byte[]> response = Whole.send(http, request, LONGEST_ANSWER);
            return read(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a token", e);
        }
    }

    private JsonNode read(int status, byte[] body) throws IOException {
        JsonNode answer = parsed(body);
        if (status == 200 && answer != null) {
            return answer;
        }
        String why = answer == null ? NO_JSON : answer.path("error").asText("no reason");
        String more = answer == null ? "" : answer.path("error_description").asText("");
        String words = status + " " + why + (more.isEmpty() ? "" : ", " + first(more));
        if (status == 400 || status == 401 || status == 403) {
            throw new PullException.Refused(
                    "No access token for the client "
                            + grant.clientId()
                            + ": the client, its secret or the refresh token is wrong, revoked or expired. "
                            + grant.url()
                            + " says: "
                            + words);
        }
        throw new IOException("no access token from " + grant.url() + ": " + words);
    }

    private static String first(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer != null && answer.isObject() ? answer : null;
        } catch (IOException e) {
            return null; // an error page; the status says enough
        }
    }
}
