package dev.followthrough.extract.time;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads numbers: digits with or without “th”, and words (“twenty-fourth”, “two thousand and thirty
 * two”). Thread-safe.
 */
final class NumberWords {
    private static final int MAX = 99_999_999;

    private final Map<String, Integer> units;
    private final Map<String, Integer> tens;
    private final Map<String, Integer> ordinals;

    /** All of them: most words are none, which one look tells. */
    private final Set<String> all = new HashSet<>();

    NumberWords(
            Map<String, Integer> units, Map<String, Integer> tens, Map<String, Integer> ordinals) {
        this.units = Map.copyOf(units);
        this.tens = Map.copyOf(tens);
        this.ordinals = Map.copyOf(ordinals);
        all.addAll(units.keySet());
        all.addAll(tens.keySet());
        all.addAll(ordinals.keySet());
    }

    /** A number and over how many pieces it reaches; value −1 where none begins here. */
    record Number(int value, int digits, boolean ordinal, int pieces) {
        static final Number NONE = new Number(-1, 0, false, 0);
    }

    Number at(List<Tokenizer.Piece> pieces, int index) {
        String word = pieces.get(index).word();
        char c = word.charAt(0);
        if (c >= '0' && c <= '9') {
            return digits(pieces, index);
        }
        if (!all.contains(word)) {
            return Number.NONE;
        }
        Integer ten = tens.get(word);
        if (ten != null) {
            return tens(pieces, index, ten);
        }
        Integer unit = units.get(word);
        if (unit != null) {
            return is(pieces, index + 1, "thousand")
                    ? thousand(pieces, index, unit)
                    : new Number(unit, 0, false, 1);
        }
        Integer ordinal = ordinals.get(word);
        return ordinal == null ? Number.NONE : new Number(ordinal, 0, true, 1);
    }

    private static Number digits(List<Tokenizer.Piece> pieces, int index) {
        String word = pieces.get(index).word();
        if (word.length() > 8) {
            return new Number(MAX + 1, word.length(), false, 1);
        }
        int value = Integer.parseInt(word);
        boolean glued =
                index + 1 < pieces.size()
                        && pieces.get(index + 1).start() == pieces.get(index).end();
        boolean ordinal = glued && value > 0 && isSuffix(pieces.get(index + 1).word());
        return new Number(value, word.length(), ordinal, ordinal ? 2 : 1);
    }

    private static boolean isSuffix(String word) {
        return word.equals("th") || word.equals("st") || word.equals("nd") || word.equals("rd");
    }

    private Number tens(List<Tokenizer.Piece> pieces, int index, int tens) {
        int next = is(pieces, index + 1, "-") ? index + 2 : index + 1;
        String word = next < pieces.size() ? pieces.get(next).word() : "";
        Integer ordinal = ordinals.get(word);
        if (ordinal != null && ordinal < 10) {
            return new Number(tens + ordinal, 0, true, next - index + 1);
        }
        Integer unit = units.get(word);
        if (unit != null && unit > 0 && unit < 10) {
            return new Number(tens + unit, 0, false, next - index + 1);
        }
        return new Number(tens, 0, false, 1);
    }

    private Number thousand(List<Tokenizer.Piece> pieces, int index, int unit) {
        int next = is(pieces, index + 2, "and") ? index + 3 : index + 2;
        if (next >= pieces.size()) {
            return new Number(unit * 1000, 0, false, 2);
        }
        Number rest = at(pieces, next);
        boolean joins =
                rest.value() > 0 && rest.value() < 100 && !rest.ordinal() && rest.digits() == 0;
        return joins
                ? new Number(unit * 1000 + rest.value(), 0, false, next - index + rest.pieces())
                : new Number(unit * 1000, 0, false, 2);
    }

    private static boolean is(List<Tokenizer.Piece> pieces, int index, String word) {
        return index < pieces.size() && pieces.get(index).word().equals(word);
    }
}
