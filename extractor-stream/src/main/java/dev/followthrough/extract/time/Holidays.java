package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Days with a name and when they fall. Read only once built. */
final class Holidays {
    private static final int FARTHEST = 30;

    private final List<IntFunction<@Nullable LocalDate>> rules = new ArrayList<>();
    private final List<Integer> eves = new ArrayList<>();

    /** Adds one line of the file; returns its index. */
    int add(Node line) {
        line.only(Set.of("names", "on", "nth", "easter", "saturday", "advent", "table", "eves"));
        try {
            rules.add(rule(line));
            eves.add(line.has("eves") ? line.get("eves").number() : 0);
        } catch (DateTimeException e) {
            throw new DataFault(line.place(), "must give a date: " + e.getMessage());
        }
        return rules.size() - 1;
    }

    private static IntFunction<@Nullable LocalDate> rule(Node line) {
        if (line.has("on")) {
            MonthDay day = MonthDay.parse("--" + line.get("on").text());
            return day::atYear;
        }
        if (line.has("nth")) {
            List<Integer> n = line.get("nth").items().stream().map(Node::number).toList();
            return year -> nth(year, n.get(0), n.get(1), n.get(2));
        }
        if (line.has("easter")) {
            int days = line.get("easter").number();
            return year -> easter(year).plusDays(days);
        }
        if (line.has("saturday")) {
            MonthDay from = MonthDay.parse("--" + line.get("saturday").items().getFirst().text());
            int plus = line.get("saturday").items().get(1).number();
            return year ->
                    from.atYear(year)
                            .with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY))
                            .plusDays(plus);
        }
        if (line.has("advent")) {
            return year ->
                    LocalDate.of(year, 12, 25)
                            .with(TemporalAdjusters.previous(DayOfWeek.SUNDAY))
                            .minusWeeks(3);
        }
        return table(line.get("table"));
    }

    private static IntFunction<@Nullable LocalDate> table(Node dates) {
        Map<Integer, LocalDate> byYear = new TreeMap<>();
        for (String text : dates.texts()) {
            LocalDate date = LocalDate.parse(text);
            byYear.put(date.getYear(), date);
        }
        return byYear::get;
    }

    private static LocalDate nth(int year, int weekday, int month, int which) {
        LocalDate first = LocalDate.of(year, month, 1);
        return first.with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.of(weekday)));
    }

    /** Gregorian Easter by the anonymous algorithm. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    /** The day in that year, or null where the table does not know it. */
    @Nullable LocalDate in(int index, int year) {
        return rules.get(index).apply(year);
    }

    /** How many days before it belong to it. */
    int eves(int index) {
        return eves.get(index);
    }

    /** The first such day on or after {@code from}, or null where none is known. */
    @Nullable LocalDate next(int index, LocalDate from) {
        for (int year = from.getYear(); year < from.getYear() + FARTHEST; year++) {
            LocalDate day = in(index, year);
            if (day != null && !day.isBefore(from)) {
                return day;
            }
        }
        return null;
    }
}
