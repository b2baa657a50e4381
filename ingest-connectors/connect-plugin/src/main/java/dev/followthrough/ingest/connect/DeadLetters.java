package dev.followthrough.ingest.connect;

import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.ingest.Mapped;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Writes dead letters. */
public final class DeadLetters {
    private DeadLetters() {}

    /**
     * @param original as it came, cut at {@link DeadLetter#MAX_BYTES}; empty where there is none
     */
    public static DeadLetter write(
            Mapped.Rejected rejected, Map<String, String> position, byte[] original, Instant at) {
        byte[] kept =
                original.length > DeadLetter.MAX_BYTES
                        ? Arrays.copyOf(original, DeadLetter.MAX_BYTES)
                        : original;
        return new DeadLetter(
                rejected.reason(),
                rejected.detail(),
                position,
                kept.length == 0 ? null : Base64.getEncoder().encodeToString(kept),
                at);
    }
}
