package dev.followthrough.alerting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.CommitmentId;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.query.Peers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

final class EscalationRoutesTest {
    private static final Instant AT = Instant.parse("2026-03-11T16:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PARTITIONS = 3;

    /** Three instances' partitions in memory; some may be away, some elsewhere. */
    private static final class Memory implements Escalations {
        final Map<Integer, TreeMap<String, List<Escalation>>> rows = new HashMap<>();
        final Map<Integer, Place<Subjects>> instead = new HashMap<>();

        void add(String account, String subject, Escalation... escalations) {
            int partition = EscalationRoutes.partition(new AccountId(account), PARTITIONS);
            rows.computeIfAbsent(partition, p -> new TreeMap<>())
                    .put(Key.of(account, "c", subject).toString(), List.of(escalations));
        }

        @Override
        public int partitions() {
            return PARTITIONS;
        }

        @Override
        public Place<Subjects> partition(int partition, boolean stale) {
            Place<Subjects> here =
                    new Place.Here<>(
                            (key, prefix, most) ->
                                    rows
                                            .getOrDefault(partition, new TreeMap<>())
                                            .tailMap(key)
                                            .entrySet()
                                            .stream()
                                            .filter(row -> row.getKey().startsWith(prefix))
                                            .limit(most)
                                            .map(row -> new Row(row.getKey(), row.getValue()))
                                            .toList(),
                            null);
            return instead.getOrDefault(partition, here);
        }
    }

    private final Memory memory = new Memory();

    private static Escalation escalation(
            String account, String subject, EscalationReason reason, boolean open) {
        return new Escalation(
                new EscalationId(reason + ":" + subject),
                new AccountId(account),
                new Escalation.Subject(new CommitmentId(account + "~" + subject), null, null, null),
                reason,
                Severity.WARNING,
                0,
                open ? new Escalation.State.Open(AT) : new Escalation.State.Resolved(AT),
                null,
                AT,
                true,
                new Escalation.Words("send it", "late", null, null, "send it"));
    }

    private Response get(Map<String, String> query) {
        return get(memory, query);
    }

    private static Response get(Escalations escalations, Map<String, String> query) {
        Request request =
                new Request("GET", "/v1/escalations", Map.of(), query, Map.of(), new byte[0]);
        Peers noPeers =
                (addresses, asked, more) -> {
                    throw new AssertionError("nobody else is there");
                };
        return new EscalationRoutes(escalations, noPeers).routes().get(0).handler().handle(request);
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.bodyText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private void fill(int accounts) {
        for (int i = 0; i < accounts; i++) {
            String account = "hubspot:company/" + i;
            memory.add(
                    account,
                    "x",
                    escalation(account, "x" + i, EscalationReason.OVERDUE, true),
                    escalation(account, "x" + i, EscalationReason.UNOWNED, i % 2 == 0));
        }
    }

    private List<String> all(Map<String, String> query) {
        List<String> ids = new ArrayList<>();
        @Nullable String next = null;
        do {
            Map<String, String> asked = new HashMap<>(query);
            if (next != null) {
                asked.put("cursor", next);
            }
            JsonNode page = json(get(asked));
            ids.addAll(ids(page));
            next = page.path("next").textValue();
        } while (next != null);
        return ids;
    }

    @Test
    void pagesTogetherListEveryOpenEscalationOnce() {
        // Given
        fill(40);

        // When
        List<String> ids = all(Map.of("limit", "7"));

        // Then
        assertThat(ids)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("OVERDUE") || id.startsWith("UNOWNED"));
    }

    @Test
    void filtersByReasonAndAccount() {
        // Given
        fill(10);

        // When
        List<String> unowned = all(Map.of("reason", "unowned"));
        List<String> one = all(Map.of("account", "hubspot:company/4"));

        // Then
        assertThat(unowned).hasSize(5);
        assertThat(one).containsExactlyInAnyOrder("OVERDUE:x4", "UNOWNED:x4");
    }

    @Test
    void aListWithAMissingPartitionIsNotAnsweredShort() {
        // Given
        fill(10);
        memory.instead.put(
                2, new Place.Nowhere<>("partition 2 is not available: streams are rebalancing"));

        // When / Then
        assertThatThrownBy(() -> get(Map.of("limit", "1")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(503);
                            assertThat(problem.response().headers()).containsKey("Retry-After");
                        });
    }

    @Test
    void anAccountIsAnsweredWhereverAnotherPartitionIs() {
        // Given
        fill(10);
        int mine = EscalationRoutes.partition(new AccountId("hubspot:company/4"), PARTITIONS);
        memory.instead.put((mine + 1) % PARTITIONS, new Place.Nowhere<>("moving"));

        // When
        List<String> ids = all(Map.of("account", "hubspot:company/4"));

        // Then
        assertThat(ids).hasSize(2);
    }

    @Test
    void partitionsOfOtherInstancesAreAskedThere() {
        // Given
        fill(20);
        Memory elsewhere = new Memory();
        elsewhere.rows.putAll(memory.rows);
        List<String> expected = all(Map.of());
        for (int p = 0; p < PARTITIONS; p++) {
            memory.instead.put(p, new Place.There<>(List.of("other:8080")));
        }
        Peers peers =
                (addresses, request, more) -> {
                    Map<String, String> query = new HashMap<>(request.query());
                    query.putAll(more);
                    return get(elsewhere, query);
                };
        EscalationRoutes routes = new EscalationRoutes(memory, peers);

        // When
        List<String> ids = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", "4"));
        for (boolean more = true; more; ) {
            JsonNode page =
                    json(
                            routes.routes()
                                    .get(0)
                                    .handler()
                                    .handle(
                                            new Request(
                                                    "GET",
                                                    "/v1/escalations",
                                                    Map.of(),
                                                    query,
                                                    Map.of(),
                                                    new byte[0])));
            ids.addAll(ids(page));
            more = page.hasNonNull("next");
            query.put("cursor", page.path("next").asText());
        }

        // Then
        assertThat(ids).isEqualTo(expected);
    }

    @Test
    void wrongQuestionsAreAnsweredByWhatWouldBeRight() {
        assertThatThrownBy(() -> get(Map.of("reason", "late")))
                .hasMessageContaining(
                        "'reason' must be one of unowned, stale, due_soon, overdue, conflict, handoff_gap, was 'late'");
        assertThatThrownBy(() -> get(Map.of("cursor", "%%")))
                .hasMessageContaining("'cursor' must be the 'next'");
        assertThatThrownBy(() -> get(Map.of("limit", "0"))).hasMessageContaining("'limit'");
        assertThatThrownBy(() -> get(Map.of("stale", "yes")))
                .hasMessageContaining("'stale' must be 'allow'");
    }
}
