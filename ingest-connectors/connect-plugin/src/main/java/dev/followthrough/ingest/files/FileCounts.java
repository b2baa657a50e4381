package dev.followthrough.ingest.files;

import dev.followthrough.ingest.pull.Meter;

/** Counts what a task has read, as the other connectors do. */
final class FileCounts {
    private final Meter meter;

    FileCounts(Meter meter) {
        this.meter = meter;
    }

    void count(Read read) {
        meter.read(1);
        if (read instanceof Read.Dead dead) {
            meter.rejected(dead.letter().reason());
        } else if (read instanceof Read.Skipped skipped) {
            meter.skipped(skipped.reason());
        } else {
            meter.published(1);
        }
    }
}
