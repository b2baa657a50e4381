package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Something that could not be read, with its reason, position and original bytes. Holds people's
 * words: same access and retention as signals.
 *
 * @param reason short, stable, for a metric's label: {@code invalid-json}, {@code unreadable-mail}
 * @param detail one line for a person: what was wrong and where
 * @param position file and offset, or topic, partition and offset
 * @param bytes the original, base64, cut at 256 KiB
 */
public record DeadLetter(
        String reason,
        String detail,
        Map<String, String> position,
        @Nullable String bytes,
        Instant at) {
    /** Longest original kept, in bytes before base64. */
    public static final int MAX_BYTES = 256 * 1024;

    public DeadLetter {
        Check.text("reason of a dead letter", reason);
        Check.text("detail of a dead letter", detail);
        position = position == null ? Map.of() : Map.copyOf(position);
        Check.present("at of a dead letter", at);
    }
}
