package dev.followthrough.ingest.meeting;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The start that a recording's file name shows: {@code 2026-01-22T1300-…}, {@code
 * GMT20260122-130000_…}. Read as UTC.
 */
final class FileNameTime {
    private static final Pattern TIME =
            Pattern.compile(
                    "(20\\d{2})-?(\\d{2})-?(\\d{2})(?:[T_ -]+(\\d{2})[.:_-]?(\\d{2})(?:[.:_-]?(\\d{2}))?)?(?!\\d)");

    private FileNameTime() {}

    static @Nullable Instant read(String name) {
        Matcher time = TIME.matcher(name);
        if (!time.find()) {
            return null;
        }
        try {
            return LocalDateTime.of(
                            number(time, 1),
                            number(time, 2),
                            number(time, 3),
                            number(time, 4),
                            number(time, 5),
                            number(time, 6))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }
}
