package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.Limit;
import dev.followthrough.contracts.model.Limit.Comparison;
import dev.followthrough.extract.contract.Amounts.Quantity;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How much the words of a limit allow: “up to 40 tickets a month”, “capped at EUR 12,000”. The
 * number that a word binds, else the first that counts something. Numbers that name (versions,
 * phases, addresses) or date are none, and of two readings none is taken.
 */
public final class Limits {
    private static final int MOST_TOKENS = 200;

    /** “one month's fee” is a fee. */
    private static final String OWNS = "'s|'|’|’s|´|`";

    private static final String JOINS = "to|or|-|–";

    private final List<Token> tokens;
    private final Amounts amounts;
    private final Bounds bounds;
    private final NoAmount no;

    private Limits(List<Token> tokens, List<TimeExpression> times) {
        this.tokens = tokens;
        this.amounts = new Amounts(tokens);
        this.bounds = new Bounds(tokens);
        this.no = new NoAmount(tokens, times);
    }

    /**
     * Absent where the words give no number, or do not say what it is.
     *
     * @param clause tagged tokens
     * @param times that begin in it: their numbers are no amounts
     */
    public static @Nullable Limit in(List<Token> clause, List<TimeExpression> times) {
        return clause.size() > MOST_TOKENS ? null : new Limits(Pieces.of(clause), times).first();
    }

    private @Nullable Limit first() {
        Limit counted = null;
        Limit bound = null;
        for (int i = 0; i < tokens.size(); ) {
            Range range = no.isPlain(i) ? range(i) : null;
            Limit limit = range == null ? null : limit(range);
            if (limit != null && limit.comparison() != null && limit.unit() != null) {
                return limit;
            }
            counted = counted == null && limit != null && limit.unit() != null ? limit : counted;
            bound = bound == null ? limit : bound;
            i = range == null ? i + 1 : range.to();
        }
        return counted == null ? bound : counted;
    }

    /** One quantity, or two of which one is the lower end. */
    private record Range(int from, Quantity low, Quantity high) {
        int to() {
            return high.to();
        }

        boolean isOne() {
            return low.equals(high);
        }

        @Nullable String unit() {
            return high.unit() == null ? low.unit() : high.unit();
        }
    }

    /** “10 to 15”, “2-3”, “between 10 and 15”. */
    private @Nullable Range range(int from) {
        Quantity low = amounts.quantity(from);
        if (low == null) {
            return null;
        }
        boolean between = word(from - 1).equals("between") && word(low.to()).equals("and");
        boolean joined = between || Words.in(word(low.to()), JOINS);
        int next = low.to() + 1;
        Quantity high = joined && next < tokens.size() ? amounts.quantity(next) : null;
        return high == null || !no.isPlain(next) || high.value() <= low.value()
                ? new Range(from, low, low)
                : new Range(from, low, high);
    }

    private @Nullable Limit limit(Range range) {
        Bounds.Bound before = bounds.before(range.from());
        String currency = range.unit();
        Counted.Thing thing = currency == null ? thing(range) : null;
        int to = thing == null ? range.to() : thing.to();
        boolean passed = before != null && before.comparison() == null;
        boolean free = range.isOne() && before == null;
        if (passed
                || no.isName(range.from(), range.to(), currency != null)
                || no.isDated(range.from(), to)
                || no.isTime(range.from(), range.to(), free)) {
            return null;
        }
        Rates rates = Rates.around(tokens, before == null ? range.from() : before.from(), to);
        Comparison comparison = before == null ? bounds.after(to, rates.to()) : before.comparison();
        if (currency == null && !counts(range, thing, comparison)) {
            return null;
        }
        boolean least = comparison == Comparison.AT_LEAST;
        return new Limit(
                least ? range.low().value() : range.high().value(),
                currency == null ? unit(thing, before) : currency(currency),
                comparison == null && !range.isOne() ? Comparison.AT_MOST : comparison,
                rates.per(),
                rates.each());
    }

    private static String currency(String unit) {
        return unit.equals("%") ? "percent" : unit;
    }

    /** “500 users”, “500-user”, “20 per cent”. */
    private Counted.@Nullable Thing thing(Range range) {
        int to = range.to();
        if (word(to).equals("per") && word(to + 1).equals("cent")) {
            return new Counted.Thing("percent", false, false, to + 2);
        }
        boolean hyphen = word(to).equals("-");
        return Counted.at(tokens, hyphen ? to + 1 : to);
    }

    /**
     * Whether the number is an amount of that thing. Where no word binds it, things are written as
     * many and not as a name: “12 High Street” and “phase two terminal” count nothing.
     */
    private boolean counts(Range range, Counted.@Nullable Thing thing, @Nullable Comparison said) {
        double value = range.high().value();
        boolean pronoun = value == 1 && word(range.from()).equals("one");
        boolean year = no.isYear(range.from()) && (thing == null || thing.one() || said == null);
        if (thing == null) {
            String next = word(range.to());
            boolean part = Counted.isNothing(next) || Words.in(next, "of|out");
            boolean stated = said != null && range.isOne() && !part;
            return stated && !pronoun && !year && !isUnread(range.to());
        }
        if (Words.in(word(thing.to()), OWNS)) {
            return false;
        }
        boolean many = !thing.one() || value == 1 && !(pronoun && others(range));
        boolean glued = word(range.to()).equals("-");
        boolean isBound = said != null && !(thing.isName() && glued);
        return !year && (isBound || many && !thing.isName() && !glued);
    }

    /** “m²”: a thing of which this reads no name. */
    private boolean isUnread(int at) {
        String word = at < tokens.size() ? tokens.get(at).text() : "";
        boolean letters = !word.isEmpty() && Character.isLetterOrDigit(word.charAt(0));
        boolean named = letters && Words.in(tokens.get(at).tag(), "NOUN|PROPN|NUM|PUNCT|SYM|X");
        return named || letters && word.length() == 1 && !word.equals("a");
    }

    /** Beside another number “one” may well be no number: “a ten hour shift out of one battery”. */
    private boolean others(Range range) {
        return tokens.stream()
                .filter(token -> !token.equals(tokens.get(range.from())))
                .anyMatch(token -> token.tag().equals("NUM"));
    }

    /** After the number, else the many before what binds it: “users are capped at 500”. */
    private @Nullable String unit(Counted.@Nullable Thing thing, Bounds.@Nullable Bound before) {
        if (thing != null) {
            return thing.name();
        }
        int at = before == null ? 0 : before.subject();
        while (at > 0 && Words.in(word(at - 1), "is|are|be|was|were|will|to|:|n't|not|must|can")) {
            at--;
        }
        return at > 0 && Counted.isPlural(tokens.get(at - 1))
                ? Counted.base(tokens.get(at - 1).text())
                : null;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
