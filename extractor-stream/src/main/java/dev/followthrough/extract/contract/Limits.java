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

    /** Words whose number is a name: “phase two”, “port 443”. */
    private static final String NAMED =
            "phase|section|page|version|v|tier|step|level|clause|article|no|nr|number|#|room|build"
                    + "|release|option|item|stage|appendix|schedule|annex|exhibit|line|slide|sprint"
                    + "|part|chapter|figure|table|floor|gate|port|iso|soc|rfc|wave|ticket|invoice"
                    + "|order|po|q|fy|week|lot|bay|suite|box|plot|note|point|track|workstream";

    private static final String BOUND_BY_TIME = "in|by|since|until|after|before|from|on|at";
    private static final String WEAK = "by|since|until|at|from";
    private static final String PASSED = "ago|later|before|after|earlier|away|from";

    /** “one month's fee” is a fee. */
    private static final String OWNS = "'s|'|’|’s|´|`";

    /** “12 x 4 hours” is neither. */
    private static final String TIMES = "x|×|*";

    private static final String JOINS = "to|or|-|–";

    private final List<Token> tokens;
    private final List<TimeExpression> times;
    private final Amounts amounts;
    private final Bounds bounds;

    private Limits(List<Token> tokens, List<TimeExpression> times) {
        this.tokens = tokens;
        this.times = times;
        this.amounts = new Amounts(tokens);
        this.bounds = new Bounds(tokens);
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
            Range range = isPlain(i) ? range(i) : null;
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
            return low == high;
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
        return high == null || !isPlain(next) || high.value() <= low.value()
                ? new Range(from, low, low)
                : new Range(from, low, high);
    }

    private @Nullable Limit limit(Range range) {
        Bounds.Bound before = bounds.before(range.from());
        String currency = range.unit();
        Counted.Thing thing = currency == null ? thing(range) : null;
        int to = thing == null ? range.to() : thing.to();
        boolean passed = before != null && before.comparison() == null;
        if (passed || isName(range) || isDated(range, to) || isTime(range)) {
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
        boolean year = isYear(range) && (thing == null || thing.one() || said == null);
        if (thing == null) {
            String next = word(range.to());
            boolean stated = said != null && range.isOne() && !Counted.isNothing(next);
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
                .filter(token -> token != tokens.get(range.from()))
                .anyMatch(token -> token.tag().equals("NUM"));
    }

    private boolean isYear(Range range) {
        String word = word(range.from());
        return word.length() == 4 && (word.startsWith("202") || word.startsWith("203"));
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

    /** “SOC 2”, “phase two”, “#12”, “3 of 5”. */
    private boolean isName(Range range) {
        int at = range.from() - 1;
        String before = word(at);
        boolean money = range.unit() != null;
        int whole = word(at - 1).equals("out") ? at - 2 : at - 1;
        boolean part = before.equals("of") && isNumber(whole);
        boolean name =
                at > 0
                        && tokens.get(at).tag().equals("PROPN")
                        && !Words.in(before, Counted.BOUNDS)
                        && !money;
        return Words.in(before, NAMED)
                || part
                || isNumber(at)
                || isNumber(range.to())
                || Words.in(before, TIMES)
                || Words.in(word(range.to()), TIMES)
                || name
                || at >= 0 && before.endsWith("/")
                || word(range.to()).equals("/") && isDigit(word(range.to() + 1));
    }

    private boolean isNumber(int at) {
        return isDigit(word(at)) || Numbers.compound(word(at)) >= 0;
    }

    private static boolean isDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /** “by 3 June”; where it goes on behind the time it counts: “up to 2.5 million”. */
    private boolean isDated(Range range, int to) {
        int start = tokens.get(range.from()).start();
        int end = tokens.get(to - 1).end();
        return times.stream()
                .filter(time -> !time.isLength() && time.anchor() == null)
                .filter(time -> time.recurrence() == null)
                .anyMatch(time -> time.start() <= start && end <= time.end());
    }

    /** “in two weeks”, “three days ago”, “by 40”. */
    private boolean isTime(Range range) {
        String before = word(range.from() - 1);
        boolean bound = bounds.before(range.from()) != null;
        boolean length = Lengths.unit(word(range.to())) != null;
        boolean passed = length && Words.in(word(range.to() + 1), PASSED);
        boolean leads = range.isOne() && Words.in(before, length ? BOUND_BY_TIME : WEAK);
        return passed || leads && !bound;
    }

    /** Not so “12.000” and “2,5”: they are one number here and another there. */
    private boolean isPlain(int from) {
        String word = word(from);
        boolean money = from + 1 < tokens.size() && !isDigit(word) && isDigit(word(from + 1));
        String number = money ? word(from + 1) : word;
        int point = number.lastIndexOf('.');
        int comma = number.indexOf(',');
        boolean grouped =
                comma < 0 || groups(number.substring(0, point < 0 ? number.length() : point));
        return grouped && !(point > 0 && isThree(number.substring(point + 1)));
    }

    private static boolean groups(String whole) {
        String[] groups = whole.split(",", -1);
        boolean rest = true;
        for (int i = 1; i < groups.length; i++) {
            rest &= isThree(i < groups.length - 1 ? groups[i] : digits(groups[i]));
        }
        return rest && groups[0].length() <= 3;
    }

    /** “1,200k” is grouped too. */
    private static String digits(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        return word.substring(0, end);
    }

    private static boolean isThree(String digits) {
        return digits.length() == 3 && digits.chars().allMatch(Character::isDigit);
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
