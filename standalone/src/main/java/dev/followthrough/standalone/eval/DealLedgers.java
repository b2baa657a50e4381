package dev.followthrough.standalone.eval;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.extract.Setup;
import dev.followthrough.standalone.scan.Scan;
import dev.followthrough.standalone.scan.ScanJson;
import dev.followthrough.standalone.scan.ScanSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ledgers of whole deals: written for the scoring script, and judged by their confidence. */
final class DealLedgers {
    private DealLedgers() {}

    /**
     * @param deals folder of deals with their gold ledgers
     * @param ledgers where the ledgers are written
     * @param heldOut who answers; absent: the setup
     */
    static Confidence write(Path deals, Path ledgers, Setup setup, @Nullable HeldOut heldOut)
            throws IOException {
        Files.createDirectories(ledgers);
        ScanSettings plain = new ScanSettings(setup, LedgerPolicy.STANDARD);
        List<Confidence.Group> groups = new ArrayList<>();
        for (Path deal : Corpus.deals(deals)) {
            Scan scan =
                    heldOut != null
                            ? heldOut.scan(deal, groups.size())
                            : Scan.of(List.of(deal), Corpus.asOf(deal), plain);
            Files.writeString(ledgers.resolve(deal.getFileName() + ".json"), ScanJson.of(scan));
            groups.add(
                    new Confidence.Group(
                            deal.getFileName().toString(),
                            "",
                            commitments(Gold.of(deal)),
                            commitments(Entry.of(scan))));
        }
        return new Confidence(groups);
    }

    private static List<Entry> commitments(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.kind().equals(Entry.COMMITMENT)).toList();
    }
}
