package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.standalone.scan.Scan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The deals in the repository, by the shipped model, against the figures in {@code docs/quality}.
 * The model was trained on them: this guards against regressions and estimates nothing. With {@code
 * -Ddocs.write=true} (or the variable {@code DOCS_WRITE} set) the figures are written anew.
 */
class DealsGuardTest {
    private static final Path DEALS = Path.of("../extractor-stream/src/main/training/deals");
    private static final Committed COMMITTED = Committed.in(Path.of("../docs/quality"));

    @Test
    void noFigureIsBelowTheCommittedOne(TestReporter reporter) throws IOException {
        // Given
        List<Path> deals = Corpus.deals(DEALS);

        // When
        List<Item> items = new ArrayList<>();
        for (Path deal : deals) {
            Scan scan = Scan.of(List.of(deal), Corpus.asOf(deal));
            items.addAll(Item.of(deal.getFileName().toString(), Gold.of(deal), Entry.of(scan)));
        }

        // Then
        if (Boolean.getBoolean("docs.write") || System.getenv("DOCS_WRITE") != null) {
            COMMITTED.write(items);
        }
        String changes = Changes.between(COMMITTED.readItems(), items).text();
        if (!changes.isEmpty()) {
            reporter.publishEntry("changed since docs/quality", changes);
        }
        assertThat(COMMITTED.drops(items))
                .as("figures below docs/quality; accept with DOCS_WRITE=1. Changed:\n%s", changes)
                .isEmpty();
    }
}
