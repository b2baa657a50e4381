package dev.followthrough.commitments.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.commitments.domain.Histories;
import dev.followthrough.commitments.domain.Say;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.service.http.Request;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;
import dev.followthrough.service.query.Page;
import dev.followthrough.service.query.Peers;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** All pages together are the whole list, whatever the page size and wherever partitions are. */
class PagingPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNTS = "/v1/accounts";
    private static final String COMMITMENTS = "/v1/accounts/{id}/commitments";

    @Property(tries = 100)
    void allPagesOfTheAccountsAreAllAccountsEachOnce(
            @ForAll long seed,
            @ForAll @IntRange(max = 40) int accounts,
            @ForAll @IntRange(min = 1, max = 5) int partitions,
            @ForAll @IntRange(min = 1, max = 45) int limit)
            throws IOException {
        // Given
        FakeLedgers whole = new FakeLedgers(partitions);
        for (int i = 0; i < accounts; i++) {
            AccountId account = new AccountId("hubspot:company/" + i + "~%é");
            whole.take(Say.in("slack:C1").of(account).as("s" + i).reading());
        }
        FakeLedgers shared = whole.twin();
        Random random = new Random(seed);
        for (int p = 0; p < partitions; p++) {
            if (random.nextBoolean()) {
                shared.put(p, new Located.There<Tables>(List.of("peer")));
            }
        }

        // When
        List<String> paged = all(shared, peer(whole), ACCOUNTS, Map.of(), limit);

        // Then
        assertThat(paged).isEqualTo(all(whole, peer(whole), ACCOUNTS, Map.of(), Page.MOST));
        assertThat(paged).hasSize(accounts).doesNotHaveDuplicates();
    }

    @Property(tries = 25)
    void allPagesOfAnAccountsCommitmentsAreAllOfThemEachOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int limit) throws IOException {
        // Given
        FakeLedgers ledgers = new FakeLedgers(2);
        new Histories(seed)
                .stories(40)
                .forEach(
                        story ->
                                story.forEach(
                                        step ->
                                                ledgers.take(
                                                        step.account(),
                                                        step.signal(),
                                                        step.after())));
        Histories.DIRECTORY.forEach(ledgers::take);
        Map<String, String> id = Map.of("id", Say.BUYER.value());

        // When
        List<String> paged = all(ledgers, peer(ledgers), COMMITMENTS, id, limit);

        // Then
        assertThat(paged)
                .isEqualTo(all(ledgers, peer(ledgers), COMMITMENTS, id, Page.MOST))
                .doesNotHaveDuplicates();
    }

    /** The instance that holds everything, asked without a network between. */
    private static Peers peer(Ledgers whole) {
        return (addresses, request, more) -> {
            Map<String, String> query = new HashMap<>(request.query());
            query.putAll(more);
            return ask(whole, (a, r, m) -> Response.empty(500), ACCOUNTS, Map.of(), query);
        };
    }

    private static List<String> all(
            Ledgers ledgers, Peers peers, String path, Map<String, String> parameters, int limit)
            throws IOException {
        List<String> found = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", Integer.toString(limit)));
        JsonNode page;
        do {
            page = JSON.readTree(ask(ledgers, peers, path, parameters, query).body());
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> found.add(item.toString()));
            query.put("cursor", page.path("next").asText());
        } while (page.has("next"));
        return found;
    }

    private static Response ask(
            Ledgers ledgers,
            Peers peers,
            String path,
            Map<String, String> parameters,
            Map<String, String> query) {
        Route route =
                new StoreRoutes(ledgers, peers)
                        .routes().stream()
                                .filter(each -> each.path().equals(path))
                                .findFirst()
                                .orElseThrow();
        return route.handler()
                .handle(new Request("GET", path, parameters, query, Map.of(), new byte[0]));
    }
}
