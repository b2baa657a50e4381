package dev.followthrough.commitments.query;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BUYER;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.commitments.domain.Histories;
import dev.followthrough.commitments.domain.Histories.Step;
import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Say;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.http.Router;
import dev.followthrough.service.query.HttpPeers;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The routes over real HTTP: one instance, two that share the partitions, one that lost some. */
class StoreHttpTest {
    private static final int PARTITIONS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "a-token-of-sixteen-or-more";

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeLedgers here = new FakeLedgers(PARTITIONS);
    private final List<HttpServer> servers = new ArrayList<>();
    private int port;

    @BeforeEach
    void start() {
        for (List<Step> story : new Histories(5).stories(60)) {
            story.forEach(step -> here.take(step.account(), step.signal(), step.after()));
        }
        Histories.DIRECTORY.forEach(here::take);
        port = serve(here);
    }

    @AfterEach
    void stop() {
        servers.forEach(HttpServer::close);
    }

    private int serve(Ledgers ledgers) {
        Router router = new Router();
        new StoreRoutes(ledgers, new HttpPeers()).routes().forEach(router::add);
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers", "localhost:1",
                                "http.port", "0",
                                "http.token", TOKEN));
        HttpServer server = HttpServer.start(config, router);
        servers.add(server);
        return server.port();
    }

    private HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path))
                        .header("Authorization", "Bearer " + TOKEN)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(port, path);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8);
    }

    private String someCommitment() {
        Tables tables = here.tables(here.partition(BUYER));
        return tables.range(Table.COMMITMENTS, "", "\uffff", Tables.Direction.FORWARD, 1)
                .get(0)
                .key();
    }

    @Test
    void commitmentIsAnsweredWithQuoteOwnerAndDue() throws Exception {
        // When
        HttpResponse<String> response = get("/v1/commitments/" + encoded(someCommitment()));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode commitment = json(response);
        assertThat(commitment.path("id").asText()).isEqualTo(someCommitment());
        assertThat(commitment.at("/evidence/0/evidence/quote").asText()).isNotBlank();
        assertThat(commitment.has("owner")).isTrue();
    }

    @Test
    void formerIdIsGoneAndNamesTheNewOne() throws Exception {
        // Given
        Reading late = promise("2026-05-02T09:00:00Z");
        Reading early = promise("2026-05-01T09:00:00Z");
        FakeLedgers ledgers = new FakeLedgers(PARTITIONS).take(late);
        String former = only(ledgers);
        ledgers.take(early);

        // When
        HttpResponse<String> response = get(serve(ledgers), "/v1/commitments/" + encoded(former));

        // Then
        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(response).path("moved_to").asText()).isEqualTo(only(ledgers));
        assertThat(response.headers().firstValue("Location"))
                .contains("/v1/commitments/" + encoded(only(ledgers)));
    }

    private static Reading promise(String at) {
        return Say.in("slack:C9")
                .at(at)
                .by(ANA)
                .promise("I'll send the security report", day("2026-05-08"), "security", "report")
                .reading();
    }

    private static String only(FakeLedgers ledgers) {
        List<? extends Row<?>> rows =
                ledgers.tables(ledgers.partition(BUYER))
                        .range(Table.COMMITMENTS, "", "\uffff", Tables.Direction.FORWARD, 9);
        assertThat(rows).hasSize(1);
        return rows.get(0).key();
    }

    @Test
    void eventsTellWhatHappenedAlsoToACommitmentThatIsGone() throws Exception {
        // Given
        Reading made = promise("2026-05-02T09:00:00Z");
        FakeLedgers ledgers = new FakeLedgers(PARTITIONS).take(made);
        String id = only(ledgers);
        ledgers.take(BUYER, made.signal(), null);
        int at = serve(ledgers);

        // When
        HttpResponse<String> events = get(at, "/v1/commitments/" + encoded(id) + "/events");

        // Then
        assertThat(json(events).path("items").findValuesAsText("kind"))
                .containsExactly("opened", "retracted");
        assertThat(events.body()).doesNotContain("security report");
        assertThat(get(at, "/v1/commitments/" + encoded(id)).statusCode()).isEqualTo(404);
    }

    @Test
    void handoffOfADealIsFoundThroughItsAccountWithAllItsSections() throws Exception {
        // Given
        Reading said =
                Say.in("mail:1")
                        .at("2026-05-01T09:00:00Z")
                        .by(ANA)
                        .about(new DealId("hubspot:deal/1"))
                        .promise("I'll send the security report", day("2026-05-08"), "report")
                        .limit("two rounds", 2, "round")
                        .scope(Polarity.DEPENDENCY, "access to the old system")
                        .reading();
        FakeLedgers ledgers = new FakeLedgers(PARTITIONS).take(said);
        Histories.DIRECTORY.forEach(ledgers::take);

        // When
        HttpResponse<String> response = get(serve(ledgers), "/v1/deals/hubspot:deal%2F1/handoff");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode handoff = json(response);
        for (String section :
                List.of(
                        "scope",
                        "timeline",
                        "resources",
                        "deliverables",
                        "client_commitments",
                        "dependencies",
                        "constraints",
                        "context",
                        "unanswered",
                        "missing")) {
            assertThat(handoff.path(section).isArray()).as(section).isTrue();
        }
        assertThat(handoff.path("status").asText()).isEqualTo("ready");
        assertThat(handoff.at("/constraints/0/evidence/quote").asText()).isEqualTo("two rounds");
        assertThat(handoff.at("/constraints/0/limit/number").asInt()).isEqualTo(2);
        assertThat(handoff.at("/dependencies/0/item").asText()).contains("old system");
        assertThat(handoff.at("/deliverables/0/evidence/0/evidence/quote").asText()).isNotBlank();
        assertThat(handoff.at("/resources/0/evidence/0/quote").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/accounts?limit=0, 400, limit",
        "/v1/accounts?limit=201, 400, limit",
        "/v1/accounts?limit=many, 400, limit",
        "/v1/accounts?cursor=%21, 400, cursor",
        "/v1/accounts?cursor=Zm9v, 400, cursor",
        "/v1/accounts?stale=yes, 400, stale",
        "/v1/accounts?partition=3, 400, partition",
        "/v1/accounts/hubspot:company%2F1/commitments?state=late, 400, state",
        "/v1/accounts/hubspot:company%2F1/commitments?cursor=Zm9v, 400, cursor",
        "/v1/accounts/nobody/commitments, 404, nobody",
        "/v1/commitments/nothing, 400, account",
        "/v1/commitments/nobody~0123456789abcdef, 404, nobody",
        "/v1/commitments/nobody~0123456789abcdef/events, 404, nobody",
        "/v1/deals/none/handoff, 404, none",
        "/v1/deals/none/handoff?account=nobody, 404, none"
    })
    void wrongQuestionIsAProblemThatNamesWhatWasWrong(String path, int status, String named)
            throws Exception {
        // When
        HttpResponse<String> response = get(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(json(response).path("detail").asText()).contains(named);
    }

    @Test
    void instanceThatDoesNotHoldThePartitionHasItAnsweredThere() throws Exception {
        // Given
        int partition = here.partition(BUYER);
        FakeLedgers other = here.twin();
        other.put(partition, new Located.There<Tables>(List.of("127.0.0.1:" + port)));
        int there = serve(other);
        String path = "/v1/accounts/" + encoded(BUYER.value()) + "/commitments?limit=3";

        // When
        HttpResponse<String> direct = get(port, path);
        HttpResponse<String> sentOn = get(there, path);

        // Then
        assertThat(json(direct).path("items")).hasSize(3);
        assertThat(sentOn.body()).isEqualTo(direct.body());
    }

    @Test
    void listGathersThePartitionsOfAllInstances() throws Exception {
        // Given
        FakeLedgers other = here.twin();
        for (int p = 0; p < PARTITIONS; p++) {
            other.put(p, new Located.There<Tables>(List.of("127.0.0.1:" + port)));
        }

        // When
        HttpResponse<String> gathered = get(serve(other), "/v1/accounts");

        // Then
        assertThat(gathered.body()).isEqualTo(get("/v1/accounts").body());
        assertThat(json(gathered).path("items")).hasSize(Histories.ACCOUNTS.size());
    }

    @Test
    void instanceThatCannotBeReachedIs503WithRetryAfter() throws Exception {
        // Given
        int gone = serve(here.twin());
        servers.remove(servers.size() - 1).close();
        here.put(here.partition(BUYER), new Located.There<Tables>(List.of("127.0.0.1:" + gone)));

        // Then
        assertUnavailable("/v1/commitments/" + encoded(someCommitment()));
        assertUnavailable("/v1/accounts");
    }

    @Test
    void requestIsNotSentOnForEver() throws Exception {
        // Given
        here.put(here.partition(BUYER), new Located.There<Tables>(List.of("127.0.0.1:" + port)));

        // Then
        assertUnavailable("/v1/commitments/" + encoded(someCommitment()));
    }

    @Test
    void missingPartitionIs503AndAListIsNeverShort() throws Exception {
        // Given
        for (int p = 0; p < PARTITIONS; p++) {
            FakeLedgers lost = here.twin();
            lost.put(p, new Located.Nowhere<Tables>("partition " + p + " is restoring"));

            // When
            HttpResponse<String> list = get(serve(lost), "/v1/accounts?limit=1");

            // Then
            assertThat(list.statusCode()).isEqualTo(503);
            assertThat(list.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void standbyAnswersOnlyWhereAskedToAndSaysHowFarItIsBehind() throws Exception {
        // Given
        here.standby(here.partition(BUYER), 7);
        String path = "/v1/commitments/" + encoded(someCommitment());

        // When
        HttpResponse<String> stale = get(path + "?stale=allow");

        // Then
        assertUnavailable(path);
        assertThat(stale.statusCode()).isEqualTo(200);
        assertThat(stale.headers().firstValue("Followthrough-Lag")).contains("7");
        assertThat(get("/v1/accounts?stale=allow").headers().firstValue("Followthrough-Lag"))
                .contains("7");
    }

    @Test
    void callerWithoutTheTokenLearnsNothing() throws Exception {
        // When
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/v1/accounts"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
    }

    private void assertUnavailable(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void decisionWhoseWordsAreGoneIsVisibleAsOrphaned() throws Exception {
        // Given
        Reading made = promise("2026-05-02T09:00:00Z");
        Action done = Say.click("a1", ActionKind.DONE, ANA, "2026-05-04T10:00:00Z", made);
        FakeLedgers ledgers = new FakeLedgers(PARTITIONS).take(made);
        ledgers.take(Say.in("slack:C9").at("2026-05-02T09:00:00Z").by(ANA).decided(done).reading());
        String path = "/v1/accounts/" + encoded(BUYER.value()) + "/orphaned-decisions";

        // When
        HttpResponse<String> response = get(serve(ledgers), path);

        // Then
        assertThat(json(response).path("items").findValuesAsText("id")).contains("a1");
        assertThat(json(get(path)).path("items")).allMatch(item -> item.has("quote"));
    }

    @Test
    void stateFilterShowsThatStateOnly() throws Exception {
        // Given
        List<String> states = new ArrayList<>();
        List<String> open = new ArrayList<>();
        String path = "/v1/accounts/" + encoded(BUYER.value()) + "/commitments?limit=200";

        // When
        json(get(path)).path("items").forEach(c -> states.add(c.path("state").asText()));
        json(get(path + "&state=open"))
                .path("items")
                .forEach(c -> open.add(c.path("state").asText()));

        // Then
        assertThat(states).contains("open", "fulfilled");
        assertThat(open).isEqualTo(states.stream().filter("open"::equals).toList());
    }
}
