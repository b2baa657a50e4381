package dev.followthrough.ingest.files;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.ingest.Mapped;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
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
        byte[] kept =
                original.length > DeadLetter.MAX_BYTES
                        ? Arrays.copyOf(original, DeadLetter.MAX_BYTES)
                        : original;
        return new DeadLetter(
                rejected.reason(),
                rejected.detail(),
                Map.of("file", file, unit, Long.toString(position)),
                kept.length == 0 ? null : Base64.getEncoder().encodeToString(kept),
                clock.instant());
    }
}
