package dev.followthrough.ingest.files;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long a file must have been left alone before something is done. */
record Patience(Duration time, InstantSource clock) {
    /**
     * Whether a file of this time has been left alone long enough. One of a far future was written
     * by another clock, and is not waited for.
     */
    boolean isOver(Instant modified) {
        return Duration.between(modified, clock.instant()).abs().compareTo(time) >= 0;
    }
}
