package dev.followthrough.commitments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.commitments.domain.Histories.Step;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Reading;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** From which confidence on a promise enters, and what happens where that is changed. */
class LedgerPolicyTest {
    private static final LedgerPolicy STRICT = new LedgerPolicy(0.95);

    @Test
    void promiseBelowTheBoundOpensNothingAndOneAtItDoes() {
        // Given
        Reading reading = Say.in("c1").promise("I'll send it", null, "send").reading();

        // When, Then
        assertThat(Ledger.of(List.of(reading), List.of(), new LedgerPolicy(0.91)).commitments())
                .isEmpty();
        assertThat(Ledger.of(List.of(reading), List.of(), new LedgerPolicy(0.9)).commitments())
                .hasSize(1);
        assertThat(Ledger.of(List.of(reading), List.of()).commitments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void boundOutsideOfConfidencesIsRefused(double bound) {
        assertThatThrownBy(() -> new LedgerPolicy(bound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must lie in 0…1");
    }

    @Property(tries = 60)
    void tablesFilledByAnotherPolicyEndInTheBatchOfTheNewOneAndComeBack(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int signals) {
        // Given
        Histories histories = new Histories(seed);
        List<List<Step>> stories = histories.stories(signals);
        List<Step> steps = histories.interleaved(stories);
        MemoryTables tables = new MemoryTables();
        Map<String, Reading> held = new HashMap<>();
        Histories.DIRECTORY.forEach(
                entry -> {
                    var account = Deals.account(entry);
                    if (account != null) {
                        tables.apply(Ledger.direct(tables, account, entry.entity(), entry));
                    }
                });
        int half = steps.size() / 2;
        steps.subList(0, half).forEach(s -> take(tables, held, LedgerPolicy.STANDARD, s));

        // When
        steps.subList(half, steps.size()).forEach(s -> take(tables, held, STRICT, s));
        held.values().forEach(r -> tables.apply(Ledger.again(tables, STRICT, r)));
        String strict = rows(Ledger.view(tables, Histories.ACCOUNTS));
        boolean settled =
                held.values().stream().allMatch(r -> Ledger.again(tables, STRICT, r).isEmpty());
        held.values().forEach(r -> tables.apply(Ledger.again(tables, LedgerPolicy.STANDARD, r)));

        // Then
        assertThat(settled).isTrue();
        assertThat(strict).isEqualTo(batch(stories, STRICT));
        assertThat(rows(Ledger.view(tables, Histories.ACCOUNTS)))
                .isEqualTo(batch(stories, LedgerPolicy.STANDARD));
    }

    private static void take(
            MemoryTables tables, Map<String, Reading> held, LedgerPolicy policy, Step step) {
        String key = step.account().value() + "~" + step.signal().value();
        tables.apply(Ledger.revise(tables, policy, held.get(key), step.after()));
        if (step.after() == null) {
            held.remove(key);
        } else {
            held.put(key, Objects.requireNonNull(step.after()));
        }
    }

    private static String batch(List<List<Step>> stories, LedgerPolicy policy) {
        return rows(Ledger.of(Histories.last(stories), Histories.DIRECTORY, policy));
    }

    private static String rows(LedgerView view) {
        return Json.text(view.commitments()) + Json.text(view.handoffs());
    }
}
