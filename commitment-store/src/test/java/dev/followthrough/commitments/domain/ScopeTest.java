package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BEN;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;

import org.junit.jupiter.api.Test;

import java.util.List;

class ScopeTest {
    @Test
    void itIsMatchedByItsMatterNotByWhatAPersonReads() {
        // Then
        assertThat(contradictions(order("security report", "catering", "lunch"))).isEmpty();
        assertThat(contradictions(order("what the auditors want", "report", "security")))
                .containsExactly(Contradiction.Kind.OUT_OF_SCOPE);
    }

    @Test
    void itIsMatchedByItsItemWhereAnEarlierVersionWroteIt() {
        // Then
        assertThat(contradictions(order("security report")))
                .containsExactly(Contradiction.Kind.OUT_OF_SCOPE);
    }

    private static Reading order(String item, String... matter) {
        return Say.in("mail:order")
                .at("2026-02-20T09:00:00Z")
                .by(BEN)
                .scope(Polarity.OUT, item, matter)
                .reading();
    }

    private static List<Contradiction.Kind> contradictions(Reading order) {
        Reading promise =
                Say.in("slack:C1")
                        .at("2026-03-02T09:00:00Z")
                        .by(ANA)
                        .promise(
                                "I'll send the security report",
                                day("2026-03-06"),
                                "security",
                                "report")
                        .reading();
        return Ledger.of(List.of(order, promise), List.of()).commitments().stream()
                .flatMap(commitment -> commitment.contradictions().stream())
                .map(Contradiction::kind)
                .toList();
    }
}
