package dev.followthrough.extract.contract;

import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;

/** Numbers that are no amounts: names (“phase two”, “SOC 2”), times, and what reads in two ways. */
final class NoAmount {
    /** Words whose number is a name: “phase two”, “port 443”. */
    private static final String NAMED =
            "phase|section|page|version|v|tier|step|level|clause|article|no|nr|number|#|room|build"
                    + "|release|option|item|stage|appendix|schedule|annex|exhibit|line|slide|sprint"
                    + "|part|chapter|figure|table|floor|gate|port|iso|soc|rfc|wave|ticket|invoice"
                    + "|order|po|q|fy|week|lot|bay|suite|box|plot|note|point|track|workstream";

    private static final String BOUND_BY_TIME = "in|by|since|until|after|before|from|on|at";
    private static final String WEAK = "by|since|until|at|from";
    private static final String PASSED = "ago|later|before|after|earlier|away|from";

    /** “12 x 4 hours” is neither. */
    private static final String TIMES = "x|×|*";

    private final List<Token> tokens;
    private final List<TimeExpression> times;

    NoAmount(List<Token> tokens, List<TimeExpression> times) {
        this.tokens = tokens;
        this.times = times;
    }

    boolean isYear(int from) {
        String word = word(from);
        return word.length() == 4 && (word.startsWith("202") || word.startsWith("203"));
    }

    /** “SOC 2”, “phase two”, “#12”, “3 of 5”. */
    boolean isName(int from, int to, boolean money) {
        int at = from - 1;
        String before = word(at);
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
                || isNumber(to)
                || Words.in(before, TIMES)
                || Words.in(word(to), TIMES)
                || name
                || at >= 0 && before.endsWith("/")
                || word(to).equals("/") && isDigit(word(to + 1));
    }

    private boolean isNumber(int at) {
        return isDigit(word(at)) || Numbers.compound(word(at)) >= 0;
    }

    private static boolean isDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    /** “by 3 June”; where it goes on behind the time it counts: “up to 2.5 million”. */
    boolean isDated(int from, int to) {
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        return times.stream()
                .filter(time -> !time.isLength() && time.anchor() == null)
                .filter(time -> time.recurrence() == null)
                .anyMatch(time -> time.start() <= start && end <= time.end());
    }

    /** “in two weeks”, “three days ago”, “by 40”. */
    boolean isTime(int from, int to, boolean free) {
        String before = word(from - 1);
        boolean length = Lengths.unit(word(to)) != null;
        boolean passed = length && Words.in(word(to + 1), PASSED);
        boolean leads = free && Words.in(before, length ? BOUND_BY_TIME : WEAK);
        return passed || leads;
    }

    /** Not so “12.000” and “2,5”: they are one number here and another there. */
    boolean isPlain(int from) {
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
