package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.ContractFact.Unit;
import dev.followthrough.contracts.model.ContractFact.Value;
import dev.followthrough.extract.rules.Slot;
import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lengths of time: “sixty (60) days”, “3-year”, “another year”, “the fifth anniversary”; and
 * rounds: “annually”, “month to month”, “each year”.
 */
final class Lengths {
    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    Map.entry("day", Unit.DAY),
                    Map.entry("days", Unit.DAY),
                    Map.entry("week", Unit.WEEK),
                    Map.entry("weeks", Unit.WEEK),
                    Map.entry("month", Unit.MONTH),
                    Map.entry("months", Unit.MONTH),
                    Map.entry("mo", Unit.MONTH),
                    Map.entry("quarter", Unit.QUARTER),
                    Map.entry("quarters", Unit.QUARTER),
                    Map.entry("year", Unit.YEAR),
                    Map.entry("years", Unit.YEAR),
                    Map.entry("yr", Unit.YEAR),
                    Map.entry("yrs", Unit.YEAR));
    private static final Map<String, Unit> ROUNDS =
            Map.ofEntries(
                    Map.entry("annual", Unit.YEAR),
                    Map.entry("annually", Unit.YEAR),
                    Map.entry("yearly", Unit.YEAR),
                    Map.entry("year-to-year", Unit.YEAR),
                    Map.entry("year-on-year", Unit.YEAR),
                    Map.entry("quarterly", Unit.QUARTER),
                    Map.entry("monthly", Unit.MONTH),
                    Map.entry("month-to-month", Unit.MONTH));
    private static final Set<String> BETWEEN =
            Set.of(
                    "-",
                    "–",
                    "~",
                    "calendar",
                    "consecutive",
                    "successive",
                    "additional",
                    "full",
                    "further",
                    "more",
                    "extra",
                    "contract",
                    "whole",
                    "business",
                    "working");
    private static final Set<String> BUSINESS = Set.of("business", "working");
    private static final Set<String> ONE = Set.of("a", "an", "another");

    /** “30 days' notice”. */
    private static final Set<String> OWN = Set.of("'", "’", "'s", "´", "`");

    private static final String ANNIVERSARY = "anniversary";
    private static final Set<String> EACH = Set.of("each", "every");

    /** “$5 a year”, “twice a year”: a rate and no length. */
    private static final Set<String> RATE =
            Set.of("per", "times", "once", "twice", "time", "days", "hours", "%");

    /** Words of a unit further on are another thing's. */
    private static final int REACH = 3;

    private Lengths() {}

    static List<Valued> in(List<Token> tokens) {
        List<Valued> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Valued round = round(tokens, i);
            Valued at = round == null ? length(tokens, i) : round;
            if (at != null) {
                found.add(at);
            }
            i = at == null ? i + 1 : at.slot().to();
        }
        return found;
    }

    private static @Nullable Valued length(List<Token> tokens, int from) {
        Valued hyphened = hyphened(tokens, from);
        if (hyphened != null) {
            return hyphened;
        }
        Numbers.Number nth = Numbers.ordinalAt(tokens, from);
        if (nth != null) {
            return Numbers.is(tokens, nth.to(), ANNIVERSARY)
                    ? valued(from, nth.to() + 1, nth.value(), Unit.YEAR)
                    : null;
        }
        Numbers.Number number = Numbers.at(tokens, from);
        if (number != null) {
            return counted(tokens, from, number);
        }
        boolean one =
                ONE.contains(tokens.get(from).lower())
                        && !isRate(tokens, from)
                        && round(tokens, from + 1) == null;
        return one ? counted(tokens, from, new Numbers.Number(1, from + 1)) : null;
    }

    private static boolean isRate(List<Token> tokens, int at) {
        return at > 0
                && (RATE.contains(tokens.get(at - 1).lower())
                        || Character.isDigit(tokens.get(at - 1).lower().charAt(0)));
    }

    private static @Nullable Valued counted(List<Token> tokens, int from, Numbers.Number number) {
        boolean business = false;
        int at = number.to();
        while (at < tokens.size()
                && at < number.to() + REACH
                && BETWEEN.contains(tokens.get(at).lower())) {
            business |= BUSINESS.contains(tokens.get(at).lower());
            at++;
        }
        Unit unit = at < tokens.size() ? UNITS.get(tokens.get(at).lower()) : null;
        if (unit == null || !number.isWhole()) {
            return null;
        }
        int mark = at + 1 < tokens.size() && OWN.contains(tokens.get(at + 1).lower()) ? 1 : 0;
        return valued(
                from,
                at + 1 + mark,
                number.value(),
                business && unit == Unit.DAY ? Unit.BUSINESS_DAY : unit);
    }

    /** “30-day”, “twenty-four-month”. */
    private static @Nullable Valued hyphened(List<Token> tokens, int from) {
        String word = tokens.get(from).lower();
        int hyphen = word.lastIndexOf('-');
        Unit unit = hyphen > 0 ? UNITS.get(word.substring(hyphen + 1)) : null;
        if (unit == null) {
            return null;
        }
        return valued(from, from + 1, Numbers.compound(word.substring(0, hyphen)), unit);
    }

    private static @Nullable Valued round(List<Token> tokens, int from) {
        if (from >= tokens.size()) {
            return null;
        }
        String word = tokens.get(from).lower();
        Unit unit = ROUNDS.get(word);
        int to = from + 1;
        if (unit == null && UNITS.containsKey(word) && Numbers.is(tokens, from + 1, "to")) {
            unit = Numbers.is(tokens, from + 2, word) ? UNITS.get(word) : null;
            to = from + 3;
        }
        if (unit == null && EACH.contains(word) && from + 1 < tokens.size()) {
            String next = tokens.get(from + 1).lower();
            unit = next.equals(ANNIVERSARY) ? Unit.YEAR : UNITS.get(next);
            to = from + 2;
        }
        return unit == null
                ? null
                : Valued.of(from, to, Slot.Kind.EVERY, new Value.Length(1, unit, true));
    }

    private static @Nullable Valued valued(int from, int to, double amount, Unit unit) {
        boolean sane = amount >= 1 && amount < 10_000 && amount == Math.rint(amount);
        return sane
                ? Valued.of(from, to, Slot.Kind.LENGTH, new Value.Length((int) amount, unit, false))
                : null;
    }

    /** Whether the word names a unit of time, or how often something comes round. */
    static boolean isOfTime(String word) {
        return UNITS.containsKey(word) || ROUNDS.containsKey(word) || word.equals(ANNIVERSARY);
    }

    /** The unit that this word names. */
    static @Nullable Unit unit(String word) {
        return UNITS.get(word);
    }

    /** The unit of which this word says that it comes round. */
    static @Nullable Unit roundOf(String word) {
        return ROUNDS.get(word);
    }
}
