package dev.followthrough.ingest.pull.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.ingest.pull.Answer;
import dev.followthrough.ingest.pull.JsonHttp;
import dev.followthrough.ingest.pull.PullException;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The org's id, which the Pub/Sub API wants to be told. */
final class OrgId {
    private static final String ID = "00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?";
    private static final Pattern IDENTITY = Pattern.compile("/id/(" + ID + ")/");

    private OrgId() {}

    /** From the address of who logged in, which is among what a log-in answers; empty where not. */
    static String ofLogin(JsonNode answer) {
        Matcher identity = IDENTITY.matcher(answer.path("id").asText(""));
        return identity.find() ? identity.group(1) : "";
    }

    /** Asks who the user is, where the log-in did not say it. */
    static Answer ask(JsonHttp http, SalesforceLogin.Session session, Duration timeout)
            throws InterruptedException {
        URI address = session.instance().resolve("/services/oauth2/userinfo");
        return http.send(
                SalesforceLogin.METHOD,
                () ->
                        HttpRequest.newBuilder(address)
                                .timeout(timeout)
                                .header("Authorization", "Bearer " + session.token())
                                .header("Accept", "application/json")
                                .build());
    }

    /**
     * @throws PullException.Unavailable where that does not tell it either
     */
    static String ofUserInfo(Answer answer) {
        String id = answer.body().path("organization_id").asText("");
        if (answer.ok() && id.matches(ID)) {
            return id;
        }
        throw new PullException.Unavailable(
                "salesforce tells the org's id neither at log-in nor at userinfo ("
                        + answer.status()
                        + ")");
    }
}
