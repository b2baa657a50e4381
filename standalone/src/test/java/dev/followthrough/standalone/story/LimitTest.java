package dev.followthrough.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate.ScopeStatement;
import dev.followthrough.contracts.model.Limit;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.standalone.scan.Scan;
import dev.followthrough.standalone.scan.ScanJson;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What was said of a deal's limits, from its messages to the handoff. */
class LimitTest {
    private static final Limit HOURS = new Limit(60, "hour", null, Limit.Period.MONTH, null);
    private static final Limit FEE =
            new Limit(120_000, "GBP", Limit.Comparison.AT_MOST, null, null);

    @Test
    void limitsOfADealArriveInItsHandoffWithTheirNumbers() {
        // When
        Scan scan = Scan.of(List.of(Deals.folder("agency-foxglove-kestrel")), Deals.AFTERWARDS);

        // Then
        assertThat(scan.ledger().handoffs())
                .singleElement()
                .satisfies(
                        handoff ->
                                assertThat(handoff.scope())
                                        .extracting(ScopeStatement::limit)
                                        .contains(HOURS, FEE))
                .satisfies(
                        handoff ->
                                assertThat(handoff.scope())
                                        .filteredOn(s -> s.polarity() != Polarity.LIMIT)
                                        .isNotEmpty()
                                        .allMatch(s -> s.limit() == null));
        assertThat(ScanJson.of(scan)).contains("\"limit\" : {", "\"unit\" : \"hour\"");
    }
}
