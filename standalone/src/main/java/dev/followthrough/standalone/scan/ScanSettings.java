package dev.followthrough.standalone.scan;

import dev.followthrough.commitments.domain.LedgerPolicy;
import dev.followthrough.extract.Setup;

/**
 * What a scan reads and counts by: the same as the services.
 *
 * @param setup what texts are read with
 * @param ledger from which confidence on a promise enters
 */
public record ScanSettings(Setup setup, LedgerPolicy ledger) {
    /** Everything as shipped. */
    public static ScanSettings standard() {
        return new ScanSettings(Setup.standard(), LedgerPolicy.STANDARD);
    }
}
