package dev.followthrough.ingest.email;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date as mail headers (RFC 5322, with its obsolete forms) and mail clients print it, in
 * whatever order the parts stand. What is not sure is null, never guessed.
 */
final class MailDate {
    private static final int LONGEST = 200;
    private static final Pattern ISO =
            Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile(
                    "\\b(\\d{1,2})(?:\\.|\\.?[ -]| de )\\s{0,3}(\\p{L}{3,12})\\.?(?:,|\\.|-| de| del)?\\s{0,3}(\\d{2,4})\\b");
    private static final Pattern MONTH_DAY =
            Pattern.compile(
                    "\\b(\\p{L}{3,12})\\.? {1,3}(\\d{1,2})(?:st|nd|rd|th)?,? {1,3}(\\d{4})\\b");
    private static final Pattern ASCTIME =
            Pattern.compile(
                    "\\b(\\p{L}{3}) {1,3}(\\d{1,2}) {1,3}\\d{1,2}:\\d{2}(?::\\d{2})?(?: [A-Z]{3,4})? (\\d{4})\\b");
    private static final Pattern TIME =
            Pattern.compile(
                    "\\b(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?!\\d)(?:\\s?([AaPp])\\.?[Mm]\\b)?");
    private static final Pattern OFFSET =
            Pattern.compile("(?:\\s|GMT|UTC)([+-])(\\d{2}):?(\\d{2})(?:\\D|$)");
    private static final Pattern ZONE_NAME =
            Pattern.compile("\\b(GMT|UTC|UT|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT)\\b");
    private static final Map<String, Integer> HOURS =
            Map.ofEntries(
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7));
    private static final String[] MONTHS = {
        "jan|gen|ene|янв", "feb|fév|fev|фев", "mar|mär|maa|mrt|мар", "apr|avr|abr|апр",
                "may|mai|mei|maj|mag|мая|май", "jun|juin|giu|июн",
        "jul|juil|lug|июл", "aug|aoû|aou|ago|авг", "sep|set|сен", "oct|okt|out|ott|окт", "nov|ноя",
                "dec|dez|dic|déc|des|дек"
    };

    private MailDate() {}

    /**
     * The instant and offset; null where the date, the time or the offset is missing or impossible.
     */
    static @Nullable OffsetDateTime parse(@Nullable String text) {
        LocalDateTime local = local(text);
        ZoneOffset offset = text == null ? null : offset(text);
        return local == null || offset == null ? null : local.atOffset(offset);
    }

    /** Date and time as printed; null where either is missing or impossible. */
    static @Nullable LocalDateTime local(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        int[] day = day(head);
        try {
            return day == null ? null : withTime(day, head);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime withTime(int[] day, String text) {
        Matcher time = TIME.matcher(text);
        while (time.find()) {
            int hour = Integer.parseInt(time.group(1));
            int minute = Integer.parseInt(time.group(2));
            boolean dotted =
                    text.charAt(time.end(1)) == '.'
                            && time.start() >= day[3]
                            && time.start() < day[4];
            if (hour > 23 || minute > 59 || dotted) {
                continue;
            }
            int second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
            return LocalDateTime.of(
                    day[0], day[1], day[2], hour24(hour, time.group(4)), minute, second);
        }
        return null;
    }

    private static int hour24(int hour, @Nullable String half) {
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    /** Year, month, day, and where they stand. */
    private static int @Nullable [] day(String text) {
        Matcher asctime = ASCTIME.matcher(text);
        if (asctime.find() && month(asctime.group(1)) > 0) {
            return day(asctime, asctime.group(3), month(asctime.group(1)), asctime.group(2));
        }
        for (Matcher m = DAY_MONTH.matcher(text); m.find(); ) {
            if (month(m.group(2)) > 0) {
                return day(m, m.group(3), month(m.group(2)), m.group(1));
            }
        }
        for (Matcher m = MONTH_DAY.matcher(text); m.find(); ) {
            if (month(m.group(1)) > 0) {
                return day(m, m.group(3), month(m.group(1)), m.group(2));
            }
        }
        Matcher iso = ISO.matcher(text);
        return iso.find()
                ? day(iso, iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3))
                : null;
    }

    private static int[] day(Matcher match, String year, int month, String day) {
        int number = Integer.parseInt(year);
        int full = number < 50 ? 2000 + number : number < 1000 ? 1900 + number : number;
        return new int[] {full, month, Integer.parseInt(day), match.start(), match.end()};
    }

    private static final Pattern DAY = Pattern.compile("\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{2,4}\\b");

    /** Whether a day of some year stands in the text. */
    static boolean hasDay(String text) {
        return DAY.matcher(text).find() || day(text) != null;
    }

    static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.length; i++) {
            for (String prefix : MONTHS[i].split("\\|")) {
                if (lower.startsWith(prefix)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    static @Nullable ZoneOffset offset(String text) {
        Matcher numeric = OFFSET.matcher(text);
        if (numeric.find()) {
            int minutes =
                    Integer.parseInt(numeric.group(2)) * 60 + Integer.parseInt(numeric.group(3));
            int signed = numeric.group(1).equals("-") ? -minutes : minutes;
            return Math.abs(signed) <= 14 * 60 ? ZoneOffset.ofTotalSeconds(signed * 60) : null;
        }
        Matcher name = ZONE_NAME.matcher(text);
        return name.find() ? ZoneOffset.ofHours(HOURS.getOrDefault(name.group(1), 0)) : null;
    }
}
