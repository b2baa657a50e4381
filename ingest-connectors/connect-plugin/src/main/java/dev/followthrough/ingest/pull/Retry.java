package dev.followthrough.ingest.pull;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header: seconds, or a date. */
public final class Retry {
    /** Where the source says 429 and not how long. */
    static final Duration UNSAID = Duration.ofSeconds(30);

    /** Longer ones are asked again meanwhile. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private Retry() {}

    static Duration after(Answer answer, InstantSource clock) {
        return after(answer.header("Retry-After"), clock.instant());
    }

    /**
     * How long to wait.
     *
     * @param header its value, null or empty where there was none
     * @param now the time that a date is counted from
     */
    public static Duration after(@Nullable String header, Instant now) {
        Duration asked = header == null ? UNSAID : parse(header.trim(), now);
        // A little more: the source.s seconds and ours begin at different times.
        Duration wait = (asked.isNegative() ? Duration.ZERO : asked).plusMillis(100);
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Duration parse(String text, Instant now) {
        try {
            if (text.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            return text.isEmpty()
                    ? UNSAID
                    : Duration.between(
                            now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return UNSAID;
        }
    }
}
