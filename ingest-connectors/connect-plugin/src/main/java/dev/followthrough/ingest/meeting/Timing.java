package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a cue that holds its times.
 *
 * @param startText the start exactly as written
 */
record Timing(Duration start, Duration end, String startText) {
    private static final String ARROW = "[ \\t\\f]*-->[ \\t\\f]*";
    private static final String STRICT = "(?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}(?!\\d)";
    // Teams drops leading zeros and digits of the fraction: 0:0:5.32
    private static final String TEAMS = "\\d{1,4}:\\d{1,2}:\\d{1,2}\\.\\d{1,3}(?!\\d)";
    // Exporters that write for people of other countries: 00:05,320.
    private static final String COMMA = "(?:\\d{1,4}:)?\\d{1,2}:\\d{1,2},\\d{1,3}(?!\\d)";
    private static final String SUBRIP = "\\d{1,4}:\\d{1,2}:\\d{1,2}[,.]\\d{1,3}(?!\\d)";

    private static final Pattern WEBVTT = line(STRICT, "");
    private static final Pattern WEBVTT_TEAMS = line(TEAMS, "(?![^ \\t])");
    private static final Pattern WEBVTT_COMMA = line(COMMA, "(?![^ \\t])");
    private static final Pattern SRT = line(SUBRIP, "");

    private static Pattern line(String time, String behind) {
        return Pattern.compile(
                "[ \\t\\f]*(" + time + ")" + ARROW + "(" + time + ")" + behind + ".*",
                Pattern.DOTALL);
    }

    /** Reads a line of a WebVTT file; null where it holds no times. */
    static @Nullable Timing webVtt(String line) {
        Timing strict = read(WEBVTT.matcher(line));
        return strict != null ? strict : read(WEBVTT_TEAMS.matcher(line));
    }

    /** Reads a line of a WebVTT file that writes commas; null where it holds no such times. */
    static @Nullable Timing withCommas(String line) {
        return read(WEBVTT_COMMA.matcher(line));
    }

    /** Reads a line of an SRT file; null where it holds no times. */
    static @Nullable Timing subRip(String line) {
        return read(SRT.matcher(line));
    }

    private static @Nullable Timing read(Matcher line) {
        return line.matches()
                ? new Timing(time(line.group(1)), time(line.group(2)), line.group(1))
                : null;
    }

    private static Duration time(String text) {
        String[] parts = text.split("[:.,]");
        long millis = Long.parseLong((parts[parts.length - 1] + "00").substring(0, 3));
        long seconds = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            seconds = seconds * 60 + number(parts[i]);
        }
        return Duration.ofSeconds(seconds, millis * 1_000_000);
    }

    /** Hours may have any number of digits; a meeting of more than a million hours is none. */
    private static long number(String digits) {
        return digits.length() > 6 ? 999_999 : Long.parseLong(digits);
    }
}
