package dev.followthrough.standalone.scan;

import dev.followthrough.alerting.domain.EscalationPolicy;
import dev.followthrough.commitments.domain.Ledger;
import dev.followthrough.commitments.domain.LedgerView;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.app.ExtractorService;
import dev.followthrough.extract.conversation.BatchReader;
import dev.followthrough.ingest.files.Workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The ledger of these files as it stood at an instant.
 *
 * @param asOf only signals said at or before it count; the directory is taken as it is in the files
 * @param counted how many signals that were
 * @param readings what was said in each of them
 * @param escalations what the standard policy raises at that instant
 */
public record Scan(
        Instant asOf,
        Found found,
        int counted,
        List<Reading> readings,
        LedgerView ledger,
        List<Escalation> escalations) {
    public Scan {
        readings = List.copyOf(readings);
        escalations = List.copyOf(escalations);
    }

    /** With everything as shipped. */
    public static Scan of(List<Path> paths, Instant asOf) {
        return of(paths, asOf, ScanSettings.standard());
    }

    /**
     * Reads the files and computes, by the settings that the services would run with. A file that
     * cannot be read is found {@link Found#dead()} and stops nothing.
     */
    public static Scan of(List<Path> paths, Instant asOf, ScanSettings settings) {
        Setup setup = settings.setup();
        Found found = new Found();
        try (Workspace workspace = Workspace.open(paths, InstantSource.fixed(asOf))) {
            workspace.read(found::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Signal> said =
                found.signals().stream().filter(signal -> !signal.saidAt().isAfter(asOf)).toList();
        BatchReader reader = new BatchReader(ExtractorService.reader(setup), setup.version());
        List<Reading> readings = reader.read(found.directory(), said, List.of());
        LedgerView ledger = Ledger.of(readings, found.directory(), settings.ledger());
        List<Escalation> escalations =
                EscalationPolicy.standard().at(ledger.commitments(), ledger.handoffs(), asOf);
        return new Scan(asOf, found, said.size(), readings, ledger, escalations);
    }
}
