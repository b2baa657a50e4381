package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found.
 *
 * @param verdict whether it is as it must be
 * @param key the setting that it is about, null where it is about none
 * @param words one sentence for a person: what was found and, where it is wrong, what to do. Never
 *     a secret or a message's text
 */
public record Finding(Verdict verdict, @Nullable String key, String words) {
    /** Whether it is as it must be. */
    public enum Verdict {
        /** As it must be. */
        FINE,
        /** Somebody has to change something. */
        WRONG,
        /** The source did not say. */
        UNKNOWN
    }

    public static Finding fine(String words) {
        return new Finding(Verdict.FINE, null, words);
    }

    public static Finding wrong(@Nullable String key, String words) {
        return new Finding(Verdict.WRONG, key, words);
    }

    public static Finding unknown(String words) {
        return new Finding(Verdict.UNKNOWN, null, words);
    }
}
