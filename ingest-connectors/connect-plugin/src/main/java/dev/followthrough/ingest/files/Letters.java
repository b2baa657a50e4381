package dev.followthrough.ingest.files;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.ingest.Mapped;
import dev.followthrough.ingest.connect.DeadLetters;

import java.time.InstantSource;
import java.util.Map;

/** Writes dead letters for one file. */
final class Letters {
    private final String file;
    private final InstantSource clock;

    Letters(String file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * @param unit what {@code position} counts: {@code item} or {@code byte}
     */
    DeadLetter write(Mapped.Rejected rejected, String unit, long position, byte[] original) {
        return DeadLetters.write(
                rejected,
                Map.of("file", file, unit, Long.toString(position)),
                original,
                clock.instant());
    }
}
