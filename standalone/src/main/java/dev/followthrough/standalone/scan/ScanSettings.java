package dev.followthrough.standalone.scan;

import dev.followthrough.extract.Setup;

/**
 * What a scan reads and counts by: the same as the services.
 *
 * @param setup what texts are read with
 */
public record ScanSettings(Setup setup) {
    /** Everything as shipped. */
    public static ScanSettings standard() {
        return new ScanSettings(Setup.standard());
    }
}
