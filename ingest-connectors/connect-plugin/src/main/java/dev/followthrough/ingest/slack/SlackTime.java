package dev.followthrough.ingest.slack;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's {@code ts}: seconds and a fraction, as text. It is an id too, so it never becomes a
 * floating number.
 */
final class SlackTime {
    private static final Pattern TS = Pattern.compile("(\\d{1,11})(?:\\.(\\d{1,9}))?");
    private static final int NANO_DIGITS = 9;

    private SlackTime() {}

    /** The instant, or null where the text is no {@code ts}. */
    static @Nullable Instant parse(String ts) {
        Matcher matcher = TS.matcher(ts);
        if (!matcher.matches()) {
            return null;
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        String nanos = fraction + "0".repeat(NANO_DIGITS - fraction.length());
        return Instant.ofEpochSecond(Long.parseLong(matcher.group(1)), Long.parseLong(nanos));
    }
}
