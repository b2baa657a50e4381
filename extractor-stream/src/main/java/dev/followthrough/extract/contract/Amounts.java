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

/** Amounts: “$50,000”, “EUR 2 million”, “250k dollars”, “25 seats”, “ten percent (10%)”. */
final class Amounts {
    private static final Map<String, String> MONEY =
            Map.ofEntries(
                    Map.entry("$", "USD"),
                    Map.entry("us$", "USD"),
                    Map.entry("usd", "USD"),
                    Map.entry("dollars", "USD"),
                    Map.entry("€", "EUR"),
                    Map.entry("eur", "EUR"),
                    Map.entry("euro", "EUR"),
                    Map.entry("euros", "EUR"),
                    Map.entry("£", "GBP"),
                    Map.entry("gbp", "GBP"),
                    Map.entry("pounds", "GBP"),
                    Map.entry("chf", "CHF"),
                    Map.entry("cad", "CAD"),
                    Map.entry("aud", "AUD"),
                    Map.entry("rmb", "CNY"),
                    Map.entry("yen", "JPY"));
    private static final Map<String, Double> SUFFIX =
            Map.of("k", 1e3, "m", 1e6, "mm", 1e6, "mn", 1e6, "bn", 1e9);
    private static final Set<String> NO_THING =
            Set.of(
                    "of",
                    "in",
                    "and",
                    "or",
                    "the",
                    "per",
                    "to",
                    "for",
                    "from",
                    "by",
                    "at",
                    "on",
                    "is",
                    "are",
                    "be",
                    "shall",
                    "will",
                    "if",
                    "as",
                    "than",
                    "that",
                    "this",
                    "with",
                    "each",
                    "every",
                    "a",
                    "an",
                    "above",
                    "below",
                    "hereof",
                    "am",
                    "pm",
                    "prior",
                    "after",
                    "before",
                    "following",
                    "except",
                    "unless",
                    "which",
                    "such",
                    "anniversary");
    private static final Set<String> EACH = Set.of("per", "each", "every", "a", "an", "any");

    /** How far a thing may stand from its number, and a round from its amount. */
    private static final int THING = 4;

    private static final int ROUND = 7;

    private final List<Token> tokens;

    Amounts(List<Token> tokens) {
        this.tokens = tokens;
    }

    /**
     * @param others lengths and dates: their numbers count nothing
     */
    List<Valued> in(List<Valued> others) {
        List<Valued> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Valued amount = isFree(i, others) ? at(i) : null;
            if (amount != null) {
                found.add(amount);
            }
            i = amount == null ? i + 1 : amount.slot().to();
        }
        return found;
    }

    private static boolean isFree(int token, List<Valued> others) {
        for (Valued other : others) {
            if (other.slot().from() <= token && token < other.slot().to()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Valued at(int from) {
        Quantity much = quantity(from);
        if (much == null || from > 0 && word(from - 1).equals("section")) {
            return null;
        }
        return much.unit() == null
                ? things(from, much)
                : valued(from, much.to(), much.value(), much.unit());
    }

    /**
     * So much, whatever it counts.
     *
     * @param unit currency code or {@code %}; absent of plain numbers
     * @param to index after its last token
     */
    record Quantity(double value, @Nullable String unit, int to) {}

    /** The quantity that begins there. */
    @Nullable Quantity quantity(int from) {
        String currency = MONEY.get(word(from));
        if (currency != null) {
            Numbers.Number number = from + 1 < tokens.size() ? number(from + 1) : null;
            return number == null ? null : new Quantity(number.value(), currency, number.to());
        }
        Numbers.Number number = number(from);
        if (number == null) {
            return null;
        }
        int next = number.to();
        if (word(from).endsWith("%") || word(next).equals("percent") || word(next).equals("%")) {
            int to = next < tokens.size() && word(next).startsWith("percent") ? next + 1 : next;
            return new Quantity(number.value(), "%", to);
        }
        String after = MONEY.get(word(next));
        return new Quantity(number.value(), after, after == null ? next : next + 1);
    }

    /** Whether it scales the number before it: the k of “12k”. */
    static boolean isScale(String letters) {
        return SUFFIX.containsKey(letters);
    }

    /** “250k” and “10%” too. */
    private Numbers.@Nullable Number number(int at) {
        Numbers.Number plain = Numbers.at(tokens, at);
        if (plain != null) {
            return plain;
        }
        String word = word(at);
        int end = 0;
        while (end < word.length()
                && (Character.isDigit(word.charAt(end)) || ".,".indexOf(word.charAt(end)) >= 0)) {
            end++;
        }
        double value = end == 0 ? -1 : Numbers.digits(word.substring(0, end));
        String rest = word.substring(end);
        Double scale = rest.equals("%") ? Double.valueOf(1) : SUFFIX.get(rest);
        return value < 0 || scale == null ? null : new Numbers.Number(value * scale, at + 1);
    }

    /** “25 named seats”: the first plural near it, else the word after it. */
    private @Nullable Valued things(int from, Quantity number) {
        int next = number.to();
        for (int i = next; i < Math.min(tokens.size(), next + THING); i++) {
            String word = word(i);
            if (!Character.isLetter(word.charAt(0)) || NO_THING.contains(word)) {
                break;
            }
            if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")) {
                return valued(from, i + 1, number.value(), word);
            }
        }
        String thing = word(next);
        boolean named =
                thing.length() > 1
                        && Character.isLetter(thing.charAt(0))
                        && !NO_THING.contains(thing);
        return named ? valued(from, next + 1, number.value(), thing) : null;
    }

    private Valued valued(int from, int to, double value, String unit) {
        return Valued.of(from, to, Slot.Kind.AMOUNT, new Value.Amount(value, unit, per(from, to)));
    }

    /** “per calendar year”, “annually” after it; “annual” before it. */
    private @Nullable Unit per(int from, int to) {
        for (int i = to; i < Math.min(tokens.size(), to + ROUND); i++) {
            Unit round = Lengths.roundOf(word(i));
            int unit = word(i + 1).equals("calendar") || word(i + 1).equals("contract") ? 2 : 1;
            Unit each = EACH.contains(word(i)) ? Lengths.unit(word(i + unit)) : null;
            if (round != null || each != null) {
                return round == null ? each : round;
            }
            if (word(i).equals("annum")) {
                return Unit.YEAR;
            }
        }
        for (int i = Math.max(0, from - ROUND); i < from; i++) {
            Unit round = Lengths.roundOf(word(i));
            if (round != null) {
                return round;
            }
        }
        return null;
    }

    private String word(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).lower() : " ";
    }
}
