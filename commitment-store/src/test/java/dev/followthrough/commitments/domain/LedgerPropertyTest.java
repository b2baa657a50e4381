package dev.followthrough.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.commitments.domain.Histories.Service;
import dev.followthrough.commitments.domain.Histories.Step;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.DirectoryEntry;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

class LedgerPropertyTest {
    /** Ids only, never words: an old id still leads on, and what happened can still be told. */
    private static final Set<Table<?>> KEPT_FOR_QUERIES = Set.of(Table.ALIASES, Table.EVENTS);

    @Property(tries = 150)
    void anyInterleavingOfEditsMovesErasuresAndDecisionsEndsInTheSameBytes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int signals) {
        // Given
        Histories histories = new Histories(seed);
        List<List<Step>> stories = histories.stories(signals);

        // When
        Service one = service(seed, histories.interleaved(stories));
        Service other = service(seed + 1, histories.interleaved(stories));
        String batch = Json.text(Ledger.of(Histories.last(stories), Histories.DIRECTORY));

        // Then
        assertThat(one.view()).isEqualTo(other.view());
        assertThat(one.topics).isEqualTo(other.topics);
        assertThat(rows(one.view())).isEqualTo(rows(batch));
    }

    @Property(tries = 60)
    void redeliveryChangesNothing(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int signals) {
        // Given
        Histories histories = new Histories(seed);
        List<Step> steps = histories.interleaved(histories.stories(signals));
        Service service = new Service().take(steps);
        List<Step> last = lastOfEach(steps);

        // When
        List<Changes> changes = last.stream().map(service::take).toList();

        // Then
        assertThat(changes).allMatch(Changes::isEmpty);
    }

    @Property(tries = 60)
    void everyMentionHangsOnItsBestMatchAsTheDefinitionSays(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int signals) {
        // Given
        Histories histories = new Histories(seed);
        Service service = new Service().take(histories.interleaved(histories.stories(signals)));

        for (AccountId account : Histories.ACCOUNTS) {
            // When
            Map<String, Bond> bonds = new TreeMap<>();
            service.tables
                    .below(Table.BONDS, new At(account).below())
                    .forEach(row -> bonds.put(Json.text(row.key()), row.value()));

            // Then
            assertThat(bonds).isEqualTo(Definition.bonds(service.tables, account));
        }
    }

    @Property(tries = 60)
    void whatIsErasedLeavesNothingBehind(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int signals) {
        // Given
        Histories histories = new Histories(seed);
        List<Step> steps = histories.interleaved(histories.stories(signals));
        Service service = new Service().take(steps);

        // When
        List<Step> erasures = new ArrayList<>();
        steps.forEach(step -> erasures.add(new Step(step.account(), step.signal(), null)));
        service.take(erasures);

        // Then
        assertThat(service.topics).isEmpty();
        List<String> left = new ArrayList<>();
        for (Table<?> table : Table.all()) {
            if (!KEPT_FOR_QUERIES.contains(table)) {
                service.tables
                        .range(table, "", "\uffff", Tables.Direction.FORWARD, 9)
                        .forEach(row -> left.add(table.name() + " " + row.key()));
            }
        }
        assertThat(left).isEmpty();
    }

    private static Service service(long seed, List<Step> steps) {
        Service service = new Service();
        List<DirectoryEntry> directory = new ArrayList<>(Histories.DIRECTORY);
        Collections.shuffle(directory, new Random(seed));
        int half = steps.size() / 2;
        service.take(steps.subList(0, half));
        directory.forEach(service::direct);
        return service.take(steps.subList(half, steps.size()));
    }

    private static List<Step> lastOfEach(List<Step> steps) {
        Map<String, Step> last = new TreeMap<>();
        steps.forEach(step -> last.put(step.account() + " " + step.signal(), step));
        return List.copyOf(last.values());
    }

    /** Batch and service order accounts differently where one has nothing; compare the rows. */
    private static Collection<String> rows(String view) {
        List<String> rows = new ArrayList<>();
        Json.tree(Json.read(view, Map.class))
                .forEach(list -> list.forEach(row -> rows.add(row.toString())));
        Collections.sort(rows);
        return rows;
    }
}
