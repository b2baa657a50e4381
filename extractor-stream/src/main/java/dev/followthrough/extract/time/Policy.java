package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.DataFile;
import dev.followthrough.extract.time.rules.Node;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How words become instants where firms differ: when a day ends, which day a week does. Immutable.
 *
 * @param dayEnd latest moment of a day on which something is still on time
 * @param parts where each part of a day ends
 * @param weekDue day on which a week ends as a limit
 * @param earlyWeek day meant by “early” in a week
 * @param pmFrom a bare clock time from this hour on …
 * @param pmTo … up to this hour is in the afternoon
 * @param recentDays a date without a year that passed at most so many days ago may mean that day
 * @param pivotYear two-digit years below it are 20xx
 * @param monthFirst ids of zones whose people write month/day
 */
public record Policy(
        LocalTime dayEnd,
        Map<Part, LocalTime> parts,
        DayOfWeek weekDue,
        DayOfWeek earlyWeek,
        int earlyMonth,
        int midMonth,
        int pmFrom,
        int pmTo,
        int recentDays,
        int pivotYear,
        Set<String> monthFirst) {

    private static final Set<String> OWN_KEYS =
            Set.of(
                    "day_end",
                    "week_due",
                    "early_week",
                    "early_month",
                    "mid_month",
                    "pm_from",
                    "pm_to",
                    "recent_days",
                    "pivot_year",
                    "month_first");

    public Policy {
        parts = Map.copyOf(parts);
        monthFirst = Set.copyOf(monthFirst);
    }

    /** The policy of the product, from this module's resources. */
    public static Policy standard() {
        return of(DataFile.resource("/time/policy.yaml"));
    }

    /** Reads a policy; a missing or wrong key throws, naming file and line. */
    public static Policy of(Node data) {
        Set<String> known = new HashSet<>(OWN_KEYS);
        Map<Part, LocalTime> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            if (part != Part.MIDNIGHT) {
                known.add(key(part));
            }
            parts.put(part, part == Part.MIDNIGHT ? LocalTime.MIDNIGHT : time(data.get(key(part))));
        }
        data.only(known);
        return new Policy(
                time(data.get("day_end")),
                parts,
                day(data.get("week_due")),
                day(data.get("early_week")),
                data.get("early_month").number(),
                data.get("mid_month").number(),
                data.get("pm_from").number(),
                data.get("pm_to").number(),
                data.get("recent_days").number(),
                data.get("pivot_year").number(),
                data.get("month_first").words());
    }

    private static String key(Part part) {
        return part == Part.EOD ? "close_of_business" : part.name().toLowerCase(Locale.ROOT);
    }

    private static LocalTime time(Node node) {
        try {
            return LocalTime.parse(node.text());
        } catch (DateTimeException e) {
            throw new DataFault(node.place(), "must be a time of day like 17:00: " + node.text());
        }
    }

    private static DayOfWeek day(Node node) {
        int day = node.number();
        if (day < 1 || day > 7) {
            throw new DataFault(node.place(), "must be a day of the week from 1 to 7: " + day);
        }
        return DayOfWeek.of(day);
    }

    boolean isMonthFirst(ZoneId zone) {
        return monthFirst.contains(zone.getId());
    }

    int year(int written) {
        return written >= 100 ? written : written + (written < pivotYear ? 2000 : 1900);
    }
}
