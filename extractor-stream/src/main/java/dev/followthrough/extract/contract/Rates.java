package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.ContractFact.Unit;
import dev.followthrough.contracts.model.Limit.Period;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * How often and of what each a number holds: “a month”, “per calendar year”, “monthly”, “/yr”; “per
 * site”. What is beyond a comma or another number says it of something else.
 */
final class Rates {
    private static final int REACH = 7;
    private static final String EACH = "per|each|every|/";

    /** “for a year” is a length and no rate. */
    private static final String LENGTH =
            "for|in|within|over|of|after|before|during|as|once|to|at|on|is|by|than|until|from|with";

    private static final String BOUNDARY = ",|;|:|(|)|.|?|!|–|—|and|or|but|plus|then";

    private static final Map<String, Period> SHORT =
            Map.of(
                    "second", Period.SECOND,
                    "minute", Period.MINUTE,
                    "min", Period.MINUTE,
                    "s", Period.SECOND,
                    "sec", Period.SECOND,
                    "hour", Period.HOUR,
                    "hr", Period.HOUR,
                    "wk", Period.WEEK,
                    "annum", Period.YEAR);
    private static final Map<String, Period> ROUNDS =
            Map.of("hourly", Period.HOUR, "daily", Period.DAY, "weekly", Period.WEEK);

    private final List<Token> tokens;
    private @Nullable Period per;
    private @Nullable String each;
    private int to;

    private Rates(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * What is said around a number.
     *
     * @param from its first token, its bounds included
     * @param to after its last token, its unit included
     */
    static Rates around(List<Token> tokens, int from, int to) {
        Rates rates = new Rates(tokens);
        rates.after(to);
        if (rates.per == null) {
            rates.before(from);
        }
        return rates;
    }

    @Nullable Period per() {
        return per;
    }

    @Nullable String each() {
        return each;
    }

    /** After the last word of them, where they stand behind the number. */
    int to() {
        return to;
    }

    private void after(int end) {
        to = end;
        int last = Math.min(tokens.size(), end + REACH);
        for (int i = end; i < last && !ends(i); i++) {
            Period round = roundOf(word(i));
            Period found = round == null ? periodAt(i) : round;
            if (found != null && per == null) {
                per = found;
                to = round == null ? i + 2 : i + 1;
            } else if (found == null && Words.in(word(i), EACH) && !word(i - 1).equals("as")) {
                thing(i + 1);
            }
        }
        if (per == null && word(end).equals("p.a")) {
            per = Period.YEAR;
        }
    }

    private boolean ends(int at) {
        return Words.in(word(at), BOUNDARY) || tokens.get(at).tag().equals("NUM");
    }

    /** “per month”, “a calendar year”. */
    private @Nullable Period periodAt(int at) {
        boolean one = Words.in(word(at), "a|an") && !Words.in(word(at - 1), LENGTH);
        if (!one && !Words.in(word(at), EACH)) {
            return null;
        }
        String kind = word(at + 1);
        int named = Words.in(kind, "calendar|contract|business|working") ? at + 2 : at + 1;
        Period period = period(word(named));
        boolean business = Words.in(kind, "business|working");
        return period == Period.DAY && business ? Period.BUSINESS_DAY : period;
    }

    private void thing(int at) {
        boolean named = at < tokens.size() && Words.in(tokens.get(at).tag(), "NOUN|PROPN|ADJ");
        Counted.Thing thing = named && each == null ? Counted.at(tokens, at) : null;
        if (thing != null && thing.name().length() > 1) {
            each = thing.name();
            to = thing.to();
        }
    }

    /** “the monthly limit is 40”, “each month up to 40”. */
    private void before(int from) {
        int first = Math.max(0, from - REACH);
        for (int i = from - 1; i >= first; i--) {
            Token token = tokens.get(i);
            if (token.tag().equals("NUM") || Words.in(token.text(), ";|:|(|)|.") && i < from - 1) {
                return;
            }
            Period round = bounds(i) ? roundOf(word(i)) : null;
            Period found = round == null && Words.in(word(i), EACH) ? periodAt(i) : round;
            if (found != null) {
                per = found;
                return;
            }
        }
    }

    /** “monthly” is of the number where it stands at a bound: “monthly support limit”. */
    private boolean bounds(int at) {
        return Words.in(word(at + 1), Counted.BOUNDS) || Words.in(word(at + 2), Counted.BOUNDS);
    }

    /** The time of which this word says that it comes round. */
    static @Nullable Period roundOf(String word) {
        Period round = ROUNDS.get(word);
        Unit unit = round == null ? Lengths.roundOf(word) : null;
        return unit == null ? round : period(unit);
    }

    private static @Nullable Period period(String word) {
        Period period = SHORT.get(word);
        boolean singular = period == null && !word.endsWith("s");
        Unit unit = singular ? Lengths.unit(word) : null;
        return unit == null ? period : period(unit);
    }

    private static Period period(Unit unit) {
        return switch (unit) {
            case DAY -> Period.DAY;
            case BUSINESS_DAY -> Period.BUSINESS_DAY;
            case WEEK -> Period.WEEK;
            case MONTH -> Period.MONTH;
            case QUARTER -> Period.QUARTER;
            case YEAR -> Period.YEAR;
        };
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : " ";
    }
}
