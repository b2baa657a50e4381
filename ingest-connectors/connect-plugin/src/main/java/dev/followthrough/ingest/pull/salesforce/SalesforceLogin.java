package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.PullException;
import dev.followthrough.ingest.pull.WebAddress;

import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Logs in, by a signed claim or by client credentials. Neither gives a refresh token: a session
 * that has ended is followed by a new one. Thread-safe; who waits for a log-in can be interrupted.
 */
final class SalesforceLogin {
    static final String METHOD = "login";

    /** Salesforce accepts claims of the next few minutes only. */
    private static final Duration CLAIM = Duration.ofMinutes(3);

    private final SalesforceSourceConfig config;
    private final JsonHttp http;
    private final InstantSource clock;
    private final @Nullable Jwt jwt;
    private @Nullable Session session;

    /** How much Salesforce's clock is ahead of ours, where that mattered. */
    private Duration ahead = Duration.ZERO;

    SalesforceLogin(SalesforceSourceConfig config, JsonHttp http, InstantSource clock) {
        this.config = config;
        this.http = http;
        this.clock = clock;
        Password key = config.privateKey();
        this.jwt = key == null ? null : Jwt.of(key.value());
    }

    /**
     * @param instance where the org's API is
     * @param org the org's id, empty where the log-in did not tell it
     */
    record Session(String token, URI instance, String org) {
        @Override
        public String toString() {
            return "session at " + instance;
        }
    }

    synchronized Session session() throws InterruptedException {
        Session now = session == null ? logIn() : session;
        session = now;
        return now;
    }

    /** A session that tells the org's id. */
    synchronized Session sessionOfOrg() throws InterruptedException {
        Session now = session();
        if (!now.org().isEmpty()) {
            return now;
        }
        Answer answer = OrgId.ask(http, now, config.requestTimeout());
        if (answer.status() == 401) {
            ended(now);
        }
        Session whole = new Session(now.token(), now.instance(), OrgId.ofUserInfo(answer));
        session = whole;
        return whole;
    }

    /** Forgets a session that has ended. */
    synchronized void ended(Session old) {
        session = session != null && session.token().equals(old.token()) ? null : session;
    }

    private Session logIn() throws InterruptedException {
        Answer answer = ask();
        if (!answer.ok() && jwt != null && isOurClockWrong(answer)) {
            answer = ask();
        }
        String token = answer.body().path("access_token").asText("");
        String instance = answer.body().path("instance_url").asText("");
        if (answer.ok() && token.matches("[!-~]+") && WebAddress.isAddress(instance)) {
            return new Session(token, URI.create(instance), OrgId.ofLogin(answer.body()));
        }
        if (answer.ok()) {
            throw new PullException.Unavailable("salesforce login answered without a token");
        }
        String error = answer.body().path("error").asText("");
        throw new PullException.Refused(
                error.isEmpty()
                        ? SalesforceSourceConfig.LOGIN_URL
                        : SalesforceSourceConfig.CLIENT_ID,
                "salesforce refuses to log in ("
                        + (answer.status() + " " + error).strip()
                        + "): "
                        + (error.isEmpty()
                                ? "that is not how Salesforce answers: check "
                                        + SalesforceSourceConfig.LOGIN_URL
                                : whatToDo()));
    }

    private String whatToDo() {
        return jwt == null
                ? "check "
                        + SalesforceSourceConfig.CLIENT_ID
                        + " and "
                        + SalesforceSourceConfig.CLIENT_SECRET
                        + ", that the connected app allows the client credentials flow with a run-as user, and that "
                        + SalesforceSourceConfig.LOGIN_URL
                        + " is the org's own address"
                : "check that the connected app has the certificate of "
                        + SalesforceSourceConfig.PRIVATE_KEY
                        + ", that "
                        + SalesforceSourceConfig.USER
                        + " is pre-authorized for it, and "
                        + SalesforceSourceConfig.AUDIENCE;
    }

    private Answer ask() throws InterruptedException {
        return http.send(
                METHOD,
                () ->
                        HttpRequest.newBuilder(config.loginUrl().resolve("/services/oauth2/token"))
                                .timeout(config.requestTimeout())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", "application/json")
                                .POST(BodyPublishers.ofString(form()))
                                .build());
    }

    private String form() {
        Map<String, String> form = new LinkedHashMap<>();
        if (jwt == null) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", config.clientId());
            form.put("client_secret", Objects.requireNonNull(config.secret()).value());
        } else {
            Instant expires = clock.instant().plus(ahead).plus(CLAIM);
            form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
            form.put(
                    "assertion",
                    jwt.sign(config.clientId(), config.user(), config.audience(), expires));
        }
        return form.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A claim that seems to be of another time is refused: then Salesforce's clock counts. */
    private boolean isOurClockWrong(Answer refused) {
        try {
            Instant theirs =
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                            refused.header("Date"), Instant::from);
            Duration difference = Duration.between(clock.instant(), theirs);
            boolean wrong = difference.minus(ahead).abs().compareTo(Duration.ofMinutes(1)) > 0;
            ahead = wrong ? difference : ahead;
            return wrong;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
