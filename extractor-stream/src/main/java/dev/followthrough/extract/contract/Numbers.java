package dev.followthrough.extract.contract;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers as contracts write them: “60”, “sixty (60)”, “one hundred and twenty”, “13,000,000”,
 * “2.5”. One pass from each token, at most {@value #LONGEST} tokens far.
 */
final class Numbers {
    private static final int LONGEST = 12;
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final String[] ORDINALS = {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth"
    };
    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final Map<String, Integer> NTH = new HashMap<>();
    private static final Map<String, Double> SCALES =
            Map.of("thousand", 1e3, "million", 1e6, "billion", 1e9);

    static {
        for (int i = 0; i < SMALL.length; i++) {
            WORDS.put(SMALL[i], i);
        }
        for (int i = 0; i < TENS.length; i++) {
            WORDS.put(TENS[i], 20 + 10 * i);
        }
        for (int i = 0; i < ORDINALS.length; i++) {
            NTH.put(ORDINALS[i], i + 1);
        }
    }

    /**
     * A number.
     *
     * @param to index after its last token, what stands in brackets after it included
     */
    record Number(double value, int to) {
        boolean isWhole() {
            return value == Math.rint(value) && value < Integer.MAX_VALUE;
        }
    }

    private Numbers() {}

    /** Whether a number or an ordinal may begin with this word, or be a part of it. */
    static boolean mayBegin(String word) {
        return isDigit(word.charAt(0))
                || WORDS.containsKey(word)
                || NTH.containsKey(word)
                || word.indexOf('-') > 0;
    }

    /** The number that begins there. */
    static @Nullable Number at(List<Token> tokens, int from) {
        double digits = digits(tokens.get(from).lower());
        Number plain = digits >= 0 ? scaled(tokens, digits, from + 1) : words(tokens, from);
        return plain == null ? null : withBrackets(tokens, plain);
    }

    /** “fifth”, “5th”, “fifth (5th)”. */
    static @Nullable Number ordinalAt(List<Token> tokens, int from) {
        int value = ordinal(tokens.get(from).lower());
        if (value <= 0) {
            return null;
        }
        boolean again = is(tokens, from + 1, "(") && is(tokens, from + 3, ")");
        return new Number(value, again ? from + 4 : from + 1);
    }

    /** The value of “fifth” or “5th”; 0 of anything else. */
    static int ordinal(String word) {
        Integer named = NTH.get(word);
        if (named != null) {
            return named;
        }
        int end = word.length() - 2;
        boolean suffix =
                end > 0
                        && end < 4
                        && (word.endsWith("st")
                                || word.endsWith("nd")
                                || word.endsWith("rd")
                                || word.endsWith("th"));
        double value = suffix ? digits(word.substring(0, end)) : -1;
        return value > 0 ? (int) value : 0;
    }

    /** “twenty-four”, “30”, “one-hundred-eighty”; −1 of anything else. */
    static double compound(String word) {
        double digits = digits(word);
        if (digits >= 0) {
            return digits;
        }
        Sum sum = new Sum();
        for (String part : word.split("-", LONGEST)) {
            if (!sum.add(part)) {
                return -1;
            }
        }
        return sum.value();
    }

    /** “13,000,000”, “2.5”; −1 of anything else. */
    static double digits(String word) {
        if (word.length() > 20 || word.isEmpty() || !isDigit(word.charAt(0))) {
            return -1;
        }
        StringBuilder plain = new StringBuilder();
        int points = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            points += c == '.' ? 1 : 0;
            if (!isDigit(c) && c != ',' && c != '.') {
                return -1;
            }
            if (c != ',') {
                plain.append(c);
            }
        }
        return points > 1 || plain.charAt(plain.length() - 1) == '.'
                ? -1
                : Double.parseDouble(plain.toString());
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Number scaled(List<Token> tokens, double value, int next) {
        Double scale = next < tokens.size() ? SCALES.get(tokens.get(next).lower()) : null;
        return scale == null ? new Number(value, next) : new Number(value * scale, next + 1);
    }

    private static @Nullable Number words(List<Token> tokens, int from) {
        Sum sum = new Sum();
        int to = from;
        int last = Math.min(tokens.size(), from + LONGEST);
        for (int i = from; i < last; i++) {
            String word = tokens.get(i).lower();
            boolean joins = i > from && (word.equals("and") || word.equals("-"));
            if (!joins && !addAll(sum, word)) {
                break;
            }
            to = joins ? to : i + 1;
        }
        return to == from ? null : new Number(sum.value(), to);
    }

    private static boolean addAll(Sum sum, String word) {
        double compound = word.indexOf('-') > 0 ? compound(word) : -1;
        return compound >= 0 ? sum.add(compound) : sum.add(word);
    }

    /** “(60)” and “(l)” say it again; they are passed over. */
    private static Number withBrackets(List<Token> tokens, Number number) {
        int open = number.to();
        boolean again =
                is(tokens, open, "(")
                        && is(tokens, open + 2, ")")
                        && tokens.get(open + 1).text().length() <= 12
                        && (digits(tokens.get(open + 1).lower()) >= 0
                                || tokens.get(open + 1).text().length() == 1);
        return again ? new Number(number.value(), open + 3) : number;
    }

    static boolean is(List<Token> tokens, int at, String word) {
        return at >= 0 && at < tokens.size() && tokens.get(at).lower().equals(word);
    }

    /** Adds number words up: “one hundred twenty thousand”. */
    private static final class Sum {
        private double whole;
        private double part = -1;

        boolean add(String word) {
            Integer small = WORDS.get(word);
            if (small != null) {
                return add(small);
            }
            if (word.equals("hundred") && part > 0) {
                part *= 100;
                return true;
            }
            Double scale = SCALES.get(word);
            if (scale != null && part > 0) {
                whole += part * scale;
                part = 0;
                return true;
            }
            return false;
        }

        /** “thirty” takes a “two” and “two hundred” a “thirty”; “two” takes nothing. */
        boolean add(double small) {
            boolean fits = part <= 0 || part % 100 == 0 || part % 10 == 0 && small < 10;
            if (fits) {
                part = Math.max(part, 0) + small;
            }
            return fits;
        }

        double value() {
            return whole + Math.max(part, 0);
        }
    }
}
