package dev.followthrough.extract.contract;

import dev.followthrough.contracts.model.Limit.Comparison;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words that bind a number: “up to”, “no more than”, “max”, “capped at”, “at least” before it;
 * “max”, “or fewer” after it.
 */
final class Bounds {
    private static final int LONGEST = 4;
    private static final int REACH = 7;
    private static final int FILLERS = 3;

    private static final Set<String> AT_MOST =
            Set.of(
                    "up to",
                    "maximum",
                    "max",
                    "max .",
                    "at most",
                    "at the most",
                    "capped at",
                    "capped to",
                    "capped",
                    "caps",
                    "cap at",
                    "cap",
                    "limited to",
                    "limited at",
                    "limit",
                    "limits",
                    "restricted to",
                    "throttled to",
                    "ceiling",
                    "not exceed",
                    "n't exceed",
                    "to exceed",
                    "never exceed",
                    "not exceeding",
                    "without exceeding",
                    "not above",
                    "not over",
                    "not beyond",
                    "nothing beyond",
                    "nothing above",
                    "nothing over",
                    "no more than",
                    "not more than",
                    "n't more than",
                    "never more than",
                    "no longer than",
                    "no older than",
                    "no larger than",
                    "no bigger than",
                    "no greater than",
                    "≤",
                    "only",
                    "just",
                    "first");

    private static final Set<String> AT_LEAST =
            Set.of(
                    "at least",
                    "minimum",
                    "min",
                    "min .",
                    "at a minimum",
                    "no less than",
                    "no fewer than",
                    "not less than",
                    "not fewer than",
                    "never less than",
                    "never fewer than",
                    "not below",
                    "never below",
                    "not under",
                    "≥");

    private static final Set<String> LESS =
            Set.of("less than", "fewer than", "under", "below", "<");

    private static final Set<String> BEYOND =
            Set.of(
                    "above",
                    "over",
                    "beyond",
                    "past",
                    "exceeding",
                    "exceeds",
                    "exceed",
                    "more than",
                    "in excess of",
                    "older than",
                    "longer than",
                    "larger than",
                    "bigger than",
                    "greater than");

    private static final Map<String, Comparison> AFTER =
            Map.ofEntries(
                    Map.entry("max", Comparison.AT_MOST),
                    Map.entry("maximum", Comparison.AT_MOST),
                    Map.entry("tops", Comparison.AT_MOST),
                    Map.entry("cap", Comparison.AT_MOST),
                    Map.entry("limit", Comparison.AT_MOST),
                    Map.entry("ceiling", Comparison.AT_MOST),
                    Map.entry("only", Comparison.AT_MOST),
                    Map.entry("at most", Comparison.AT_MOST),
                    Map.entry("at the most", Comparison.AT_MOST),
                    Map.entry("or less", Comparison.AT_MOST),
                    Map.entry("or fewer", Comparison.AT_MOST),
                    Map.entry("min", Comparison.AT_LEAST),
                    Map.entry("minimum", Comparison.AT_LEAST),
                    Map.entry("at least", Comparison.AT_LEAST),
                    Map.entry("or more", Comparison.AT_LEAST));

    /** What comes on top is no part of what is agreed. */
    private static final String EXTRA =
            "extra|billed|charged|charge|charges|chargeable|separate|separately|overage|additional"
                    + "|surcharge|invoiced|cost|costs|quoted|quote|excluded";

    private static final String FILLER =
            "a|an|the|total|of|some|is|are|be|:|=|at|to|stays|us|you|them|it";
    private static final String COPULA = "is|are|be|:|=|stays";
    private static final String NOT = "not|n't|never|no|cannot|nothing|nobody|none|without";
    private static final String ANY = "anything|everything|whatever|nothing";

    private final List<Token> tokens;

    Bounds(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * What binds a number.
     *
     * @param from index of the first word of it, or of the number where it stands behind
     * @param subject index after the words that may say what is counted
     * @param comparison absent where the number is passed and no word says what comes then
     */
    record Bound(int from, int subject, @Nullable Comparison comparison) {}

    /** What binds the number that begins there; absent where no word does. */
    @Nullable Bound before(int number) {
        int at = number;
        boolean states = false;
        for (int skipped = 0; skipped <= FILLERS; skipped++) {
            Bound found = ending(at, number);
            if (found != null) {
                return found;
            }
            if (!Words.in(word(at - 1), FILLER)) {
                break;
            }
            at--;
            states |= Words.in(word(at), COPULA);
        }
        return states ? subject(at) : null;
    }

    /** What binds the number, with its unit, that ends there, or with its rate. */
    @Nullable Comparison after(int unit, int rate) {
        Comparison found = after(unit);
        return found == null ? after(rate) : found;
    }

    private @Nullable Comparison after(int to) {
        int at = Words.in(word(to), "(|,") ? to + 1 : to;
        for (int length = 3; length > 0; length--) {
            Comparison found = AFTER.get(phrase(at, at + length));
            if (found != null && !isNumber(at + length)) {
                return found;
            }
        }
        return null;
    }

    /** The longest words first: “no less than” is no “less than”. */
    private @Nullable Bound ending(int at, int number) {
        for (int length = Math.min(LONGEST, at); length > 0; length--) {
            String phrase = phrase(at - length, at);
            Comparison found = of(phrase);
            boolean beyond = BEYOND.contains(phrase);
            if (found != null || beyond) {
                int from = at - length;
                return new Bound(from, from, beyond ? beyond(from, number) : found);
            }
        }
        return null;
    }

    private static @Nullable Comparison of(String phrase) {
        if (AT_MOST.contains(phrase)) {
            return Comparison.AT_MOST;
        }
        if (AT_LEAST.contains(phrase)) {
            return Comparison.AT_LEAST;
        }
        if (phrase.equals("exactly") || phrase.equals("precisely")) {
            return Comparison.EXACTLY;
        }
        return LESS.contains(phrase) ? Comparison.LESS_THAN : null;
    }

    /** “anything above 20 percent is extra”, “we cannot take more than 40”. */
    private @Nullable Comparison beyond(int from, int number) {
        for (int i = Math.max(0, from - REACH); i < from; i++) {
            if (Words.in(word(i), NOT) || Words.in(word(i), ANY)) {
                return Comparison.AT_MOST;
            }
        }
        for (int i = number; i < tokens.size(); i++) {
            if (Words.in(word(i), EXTRA)) {
                return Comparison.AT_MOST;
            }
        }
        return null;
    }

    /** “The maximum number of users is …”. */
    private @Nullable Bound subject(int copula) {
        for (int i = copula - 1; i >= Math.max(0, copula - REACH); i--) {
            if (tokens.get(i).tag().equals("NUM") || Words.in(word(i), ",|;|.|(|)")) {
                return null;
            }
            if (Words.in(word(i), "maximum|max|limit|cap|ceiling")) {
                return new Bound(i, copula, Comparison.AT_MOST);
            }
            if (Words.in(word(i), "minimum|min")) {
                return new Bound(i, copula, Comparison.AT_LEAST);
            }
        }
        return null;
    }

    /** “38 sites, max 9,500 sessions”: then it binds what follows. */
    private boolean isNumber(int at) {
        return at < tokens.size()
                && (tokens.get(at).tag().equals("NUM") || Words.in(word(at), "$|€|£"));
    }

    private String phrase(int from, int to) {
        StringBuilder words = new StringBuilder();
        for (int i = from; i < to; i++) {
            words.append(i == from ? "" : " ").append(word(i));
        }
        return words.toString();
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : "";
    }
}
