package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.ContractFact.Value;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.extract.rules.Slot;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Days with their year, past ones too: “June 30, 2027”, “30th day of June, 2027”, “2027-06-30”,
 * “6/30/2027”. A day without a year is what the grammar of times makes of it, from when it was
 * said.
 */
final class Dates {
    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };
    private static final Map<String, Integer> MONTH = new HashMap<>();
    private static final Set<String> DIRECTIONS =
            Set.of("by", "until", "till", "before", "on", "in", "from", "after", "at", "through");

    static {
        for (int i = 0; i < MONTHS.length; i++) {
            MONTH.put(MONTHS[i], i + 1);
            MONTH.put(MONTHS[i].substring(0, 3), i + 1);
        }
        MONTH.put("sept", 9);
    }

    private final List<Token> tokens;

    Dates(List<Token> tokens) {
        this.tokens = tokens;
    }

    List<Valued> in(List<TimeExpression> times) {
        List<Valued> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Valued date = at(i);
            if (date != null) {
                found.add(date);
            }
            i = date == null ? i + 1 : date.slot().to();
        }
        for (TimeExpression time : times) {
            Valued date = said(time);
            if (date != null && found.stream().noneMatch(f -> overlap(f, date))) {
                found.add(date);
            }
        }
        return found;
    }

    private static boolean overlap(Valued one, Valued other) {
        return one.slot().from() < other.slot().to() && other.slot().from() < one.slot().to();
    }

    private @Nullable Valued at(int from) {
        String word = word(from);
        Valued figures = figures(from, word);
        if (figures != null) {
            return figures;
        }
        Integer month = MONTH.get(word);
        return month == null ? dayThenMonth(from) : monthThenDay(from, month);
    }

    /** “June 30, 2027”, “June 30th 2027”. */
    private @Nullable Valued monthThenDay(int from, int month) {
        int at = word(from + 1).equals(".") ? from + 2 : from + 1;
        String day = word(at);
        int comma = day.indexOf(',');
        if (comma > 0) { // “31,1998”
            return date(
                    from,
                    at + 1,
                    year(day.substring(comma + 1)),
                    month,
                    dayOf(day.substring(0, comma)));
        }
        int year = word(at + 1).equals(",") ? at + 2 : at + 1;
        return date(from, year + 1, year(word(year)), month, dayOf(day));
    }

    /** “30 June 2027”, “30th day of June, 2027”, “the first of July 2027”. */
    private @Nullable Valued dayThenMonth(int from) {
        int day = dayOf(word(from));
        if (day == 0) {
            return null;
        }
        int at = word(from + 1).equals("day") ? from + 2 : from + 1;
        at = word(at).equals("of") ? at + 1 : at;
        Integer month = MONTH.get(word(at));
        if (month == null) {
            return null;
        }
        int year = word(at + 1).equals(",") || word(at + 1).equals(".") ? at + 2 : at + 1;
        return date(from, year + 1, year(word(year)), month, day);
    }

    /** “2027-06-30”, “6/30/2027”; of “3/4/2027” nobody knows which is the month. */
    private static @Nullable Valued figures(int from, String word) {
        if (!Character.isDigit(word.charAt(0))) {
            return null;
        }
        String mark = word.indexOf('/') > 0 ? "/" : word.indexOf('-') > 0 ? "-" : "[.]";
        String[] parts = word.split(mark, 4);
        if (parts.length != 3) {
            return null;
        }
        if (parts[0].length() == 4) {
            return date(from, from + 1, year(parts[0]), dayOf(parts[1]), dayOf(parts[2]));
        }
        int first = dayOf(parts[0]);
        int second = dayOf(parts[1]);
        boolean day = first > 12 || mark.equals("[.]");
        boolean open = !day && second <= 12 && first != second;
        return open
                ? null
                : date(from, from + 1, year(parts[2]), day ? second : first, day ? first : second);
    }

    private @Nullable Valued said(TimeExpression time) {
        boolean day =
                time.grain() == Grain.DAY
                        && time.at() != null
                        && time.anchor() == null
                        && time.recurrence() == null
                        && !time.isCounted()
                        && !time.isLoose()
                        && !time.ambiguous();
        int from = day ? 0 : tokens.size();
        while (from < tokens.size() && tokens.get(from).end() <= time.start()) {
            from++;
        }
        int to = from;
        while (to < tokens.size() && tokens.get(to).start() < time.end()) {
            to++;
        }
        while (from < to && DIRECTIONS.contains(word(from))) {
            from++;
        }
        return from == to || time.at() == null
                ? null
                : Valued.of(
                        from,
                        to,
                        Slot.Kind.DATE,
                        new Value.Date(time.at().atZone(time.zone()).toLocalDate()));
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }

    /** 1 to 31, also as “1st” and “first”; else 0. */
    private static int dayOf(String word) {
        double digits = word.length() <= 2 ? Numbers.digits(word) : -1;
        int day = digits >= 0 ? (int) digits : Numbers.ordinal(word);
        return day <= 31 ? day : 0;
    }

    /** Of four digits, else 0. */
    private static int year(String word) {
        double year = word.length() == 4 ? Numbers.digits(word) : -1;
        return year >= 1900 && year < 2200 ? (int) year : 0;
    }

    private static @Nullable Valued date(int from, int to, int year, int month, int day) {
        if (year == 0 || month == 0 || day == 0) {
            return null;
        }
        try {
            return Valued.of(
                    from, to, Slot.Kind.DATE, new Value.Date(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return null; // the 31st of a month that has none
        }
    }
}
