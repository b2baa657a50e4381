package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an expert wrote down beside a clause (“successive 1 year”, “180 days / 6 months”,
 * “12/31/20”, “perpetual”) and what a contract fact says, in one notation.
 *
 * @param values any of them is right; empty where nothing was written that can be compared
 */
record GoldAnswer(Set<String> values) {
    private static final Pattern LENGTH =
            Pattern.compile("(\\d{1,4})\\)? ?(day|week|month|quarter|year)");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2,4})");
    private static final String OPEN = "open";
    private static final int MONTHS_OF_A_YEAR = 12;
    private static final int MONTHS_OF_A_QUARTER = 3;

    static GoldAnswer of(String written) {
        String answer = written.toLowerCase(Locale.ROOT);
        Set<String> values = new TreeSet<>();
        LENGTH.matcher(answer)
                .results()
                .map(m -> length(Integer.parseInt(m.group(1)), m.group(2)))
                .forEach(values::add);
        DATE.matcher(answer).results().forEach(m -> addDate(m, values));
        if (answer.contains("perpetual")) {
            values.add(OPEN);
        }
        return new GoldAnswer(values);
    }

    /** Whether a fact's value can be told right or wrong: beside a date, only a date can. */
    boolean compares(String said) {
        return values.stream().noneMatch(GoldAnswer::isDate) || isDate(said);
    }

    private static boolean isDate(String value) {
        return value.indexOf('-') > 0;
    }

    private static void addDate(MatchResult m, Set<String> values) {
        int year = Integer.parseInt(m.group(3));
        int century = year >= 100 ? 0 : year < 50 ? 2000 : 1900;
        try {
            values.add(
                    LocalDate.of(
                                    century + year,
                                    Integer.parseInt(m.group(1)),
                                    Integer.parseInt(m.group(2)))
                            .toString());
        } catch (DateTimeException e) {
            // written wrongly: nothing to compare
        }
    }

    /** A fact's value as {@code extract} writes it; absent of an amount. */
    static @Nullable String said(JsonNode value) {
        return switch (value.path("kind").asText()) {
            case "date" -> value.path("date").asText();
            case "length" -> length(value.path("amount").asInt(), value.path("unit").asText());
            case "open_ended" -> OPEN;
            default -> null;
        };
    }

    /** A year is twelve months and a week seven days; a month is no thirty days. */
    private static String length(int amount, String unit) {
        return switch (unit) {
            case "year" -> amount * MONTHS_OF_A_YEAR + " months";
            case "quarter" -> amount * MONTHS_OF_A_QUARTER + " months";
            case "month" -> amount + " months";
            case "week" -> amount * 7 + " days";
            default -> amount + " days";
        };
    }
}
