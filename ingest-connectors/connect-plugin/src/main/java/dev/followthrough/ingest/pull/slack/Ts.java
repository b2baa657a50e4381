package dev.followthrough.ingest.pull.slack;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Slack's {@code ts} as microseconds and back, without a floating number in between. */
final class Ts {
    /** Of what is no {@code ts}. */
    static final long NONE = -1;

    private static final Pattern FORM = Pattern.compile("\\d{1,11}\\.\\d{6}");
    private static final long SECOND = 1_000_000;

    private Ts() {}

    static long micros(JsonNode node) {
        return micros(node.asText(""));
    }

    /** Microseconds since 1970, {@link #NONE} where the text is no {@code ts}. */
    static long micros(String text) {
        if (!FORM.matcher(text).matches()) {
            return NONE;
        }
        int dot = text.indexOf('.');
        return Long.parseLong(text.substring(0, dot)) * SECOND
                + Long.parseLong(text.substring(dot + 1));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static String text(long micros) {
        return String.format(Locale.ROOT, "%d.%06d", micros / SECOND, micros % SECOND);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
