package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.hubspot.HubSpotKind;
import dev.followthrough.ingest.hubspot.HubSpotObjects;
import dev.followthrough.ingest.hubspot.HubSpotPortal;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.ingest.salesforce.SalesforceKind;
import dev.followthrough.ingest.salesforce.SalesforceOrg;
import dev.followthrough.ingest.salesforce.SalesforceRows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Payloads that the sources' own documentation, clients and recordings show, which do not lie in
 * this repository: a folder of them is named by {@code -Dfollowthrough.fixtures}. Each gives
 * records or a reason; prints how many of which.
 */
@EnabledIfSystemProperty(named = "followthrough.fixtures", matches = ".+")
class RealPayloadsTest {
    private static final Path FOLDER = Path.of(System.getProperty("followthrough.fixtures", "."));
    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<Path> files(String... folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(FOLDER.resolve(folder))) {
                all.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static double outcomes(Front front, String endpoint) {
        return front.count("published", endpoint)
                + front.count("skipped", endpoint)
                + front.count("rejected", endpoint);
    }

    /** Taken, and as something: records, or what is left out, with a reason. */
    private static void isTaken(
            Front front, String endpoint, double before, HttpResponse<String> answer, Path file) {
        assertThat(answer.statusCode()).as(file + " " + answer.body()).isBetween(200, 202);
        assertThat(outcomes(front, endpoint)).as(file.toString()).isGreaterThan(before);
    }

    @Test
    void whateverSlackAnswersCostsNamesAndNoMessage() throws IOException {
        // Given
        List<Path> answers =
                files("slack/slack-api-specs-examples", "slack/java-slack-sdk-json-logs");
        try (StubApi slack = new StubApi();
                Front front =
                        new Front(
                                "receiver.slack.signing.secret",
                                Front.SECRET,
                                "receiver.slack.bot.token",
                                "xoxb-test",
                                "receiver.slack.endpoint",
                                slack.url(),
                                "receiver.requests.per.second",
                                "100000")) {
            int number = 0;
            for (Path file : answers) {
                String body = Files.readString(file);
                for (String method :
                        List.of("users.info", "conversations.info", "conversations.members")) {
                    slack.says(method, body);
                }
                number++;

                // When
                HttpResponse<String> answer =
                        front.slack(
                                "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel\":\"C%1$d\",\"user\":\"U%1$d\",\"text\":\"I will\",\"ts\":\"1772463811.1\"}}"
                                        .formatted(number));

                // Then
                assertThat(answer.statusCode()).as(file.toString()).isEqualTo(200);
                assertThat(front.signals()).as(file.toString()).hasSize(number);
            }
            System.out.println("answers of slack " + number);
        }
    }

    @Test
    void theListsOfSlackAreReadAtTheStart() throws IOException {
        for (Path file :
                files("slack/slack-api-specs-examples", "slack/java-slack-sdk-json-logs")) {
            // Given
            String name = file.getFileName().toString();
            if (!name.startsWith("users.list") && !name.startsWith("conversations.list")) {
                continue;
            }
            String body = Files.readString(file);

            // When
            try (StubApi slack =
                            new StubApi()
                                    .says("auth.test", body)
                                    .says("users.list", body)
                                    .says("conversations.list", body);
                    Front front =
                            new Front(
                                    "receiver.slack.signing.secret",
                                    Front.SECRET,
                                    "receiver.slack.bot.token",
                                    "xoxb-test",
                                    "receiver.slack.endpoint",
                                    slack.url())) {
                // Then
                org.awaitility.Awaitility.await()
                        .until(
                                () ->
                                        slack.asked.stream()
                                                .anyMatch(
                                                        one -> one.startsWith("conversations.l")));
                assertThat(front.paths()).contains("/slack/events");
            }
        }
    }

    @Test
    void everyEventOfSlackIsRecordsOrHasAReason() throws IOException {
        // Given
        try (Front front =
                new Front(
                        "receiver.slack.signing.secret", Front.SECRET,
                        "receiver.requests.per.second", "100000",
                        "http.body.max.bytes", "1048576")) {
            for (Path file :
                    files(
                            "slack/zulip-events",
                            "slack/java-slack-sdk-json-logs",
                            "slack/python-slack-sdk-fixtures")) {
                String body = Files.readString(file);
                for (String event : List.of(body, inner(body))) {
                    double before = outcomes(front, "slack-events");

                    // When
                    HttpResponse<String> answer = front.slack(event);

                    // Then
                    isTaken(front, "slack-events", before, answer, file);
                }
            }
            System.out.printf(
                    "events of slack: records %.0f, left out %.0f, refused %.0f%n",
                    front.count("published", "slack-events"),
                    front.count("skipped", "slack-events"),
                    front.count("rejected", "slack-events"));
            assertThat(front.signals()).isNotEmpty();
        }
    }

    private static String inner(String event) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":" + event + "}";
    }

    @Test
    void everyRecordedPageOfHubSpotAndSalesforceIsMappedOrHasAReason() throws IOException {
        // Given
        Map<String, Integer> counts = new TreeMap<>();
        SalesforceRows rows = new SalesforceRows(new SalesforceOrg(List.of()));

        // When
        for (Path file : files("hubspot/hubspot-ruby-recorded")) {
            JsonNode body = JSON.readTree(file.toFile()).path("body");
            HubSpotObjects objects = new HubSpotObjects(HubSpotPortal.of(body, body, body));
            for (JsonNode object : parts(body)) {
                for (HubSpotKind kind : HubSpotKind.values()) {
                    count(counts, "hubspot", objects.map(object, Optional.of(kind)));
                }
            }
        }
        for (Path file : files("salesforce/restforce-fixtures", "salesforce/vmware-connectors")) {
            for (JsonNode row : parts(JSON.readTree(file.toFile()))) {
                for (SalesforceKind kind : SalesforceKind.values()) {
                    count(counts, "salesforce", rows.map(kind, row));
                }
            }
        }

        // Then
        System.out.println("pages of hubspot and salesforce " + counts);
        // The recordings are of an older API of HubSpot, of which nothing is read.
        assertThat(counts)
                .containsKeys(
                        "hubspot invalid-hubspot-object", "salesforce known", "salesforce said");
    }

    /** A page, and whatever stands in its lists. */
    private static List<JsonNode> parts(JsonNode page) {
        List<JsonNode> parts = new ArrayList<>(List.of(page));
        for (JsonNode field : page) {
            if (field.isArray()) {
                field.forEach(parts::add);
            }
        }
        if (page.isArray()) {
            page.forEach(parts::add);
        }
        return parts;
    }

    private static void count(Map<String, Integer> counts, String source, Mapped mapped) {
        String outcome =
                switch (mapped) {
                    case Mapped.Said said -> "said";
                    case Mapped.Known known -> "known";
                    case Mapped.Gone gone -> "gone";
                    case Mapped.Rejected rejected -> rejected.reason();
                    case Mapped.Ignored ignored -> ignored.reason();
                };
        assertThat(outcome).isNotBlank();
        counts.merge(source + " " + outcome, 1, Integer::sum);
    }

    @Test
    void everyDeliveryOfSupportToolsIsRecordsOrHasAReason() throws IOException {
        // Given
        try (Front front =
                new Front(
                        "receiver.intercom.client.secret", Front.SECRET,
                        "receiver.zendesk.signing.secret", Front.SECRET,
                        "receiver.events.any.secret", Front.SECRET,
                        "receiver.events.any.check", "token",
                        "receiver.events.any.id", "/ticket_id",
                        "receiver.events.any.text", "/ticket_title,/ticket_description",
                        "receiver.events.any.audience", "/assignee_full_name",
                        "receiver.requests.per.second", "100000",
                        "http.body.max.bytes", "1048576")) {
            List<Path> files =
                    files("support/zulip-intercom-zendesk", "support/intercom-openapi-examples");
            for (Path file : files) {
                String body = Files.readString(file);
                String item =
                        "{\"topic\":\"conversation.user.created\",\"app_id\":\"a\",\"data\":{\"item\":"
                                + body
                                + "}}";
                for (String delivery : List.of(body, item)) {
                    // When / Then
                    double before = outcomes(front, "intercom");
                    isTaken(front, "intercom", before, intercom(front, delivery), file);
                    before = outcomes(front, "zendesk");
                    isTaken(front, "zendesk", before, zendesk(front, delivery), file);
                    before = outcomes(front, "events-any");
                    isTaken(front, "events-any", before, any(front, delivery), file);
                }
            }
            System.out.printf(
                    "deliveries of support tools %d, signals %d%n",
                    files.size(), front.signals().size());
            assertThat(front.signals()).isNotEmpty();
        }
    }

    private static HttpResponse<String> intercom(Front front, String body) {
        byte[] mac = Signature.sha1(Front.SECRET).of(Front.utf8(body));
        return front.post(
                "/intercom/webhooks",
                body,
                "X-Hub-Signature",
                "sha1=" + HexFormat.of().formatHex(mac));
    }

    private static HttpResponse<String> zendesk(Front front, String body) {
        String at = Front.NOW.toString();
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8(at + body));
        return front.post(
                "/zendesk/webhooks",
                body,
                "X-Zendesk-Webhook-Signature-Timestamp",
                at,
                "X-Zendesk-Webhook-Signature",
                Base64.getEncoder().encodeToString(mac));
    }

    private static HttpResponse<String> any(Front front, String body) {
        return front.post("/v1/events/any", body, "Authorization", "Bearer " + Front.SECRET);
    }
}
