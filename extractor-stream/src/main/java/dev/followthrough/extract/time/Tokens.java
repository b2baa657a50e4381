package dev.followthrough.extract.time;

import java.util.List;
import java.util.Set;

/**
 * A text cut into tokens. Immutable. Positions outside are answered as if the text went on with
 * nothing.
 */
record Tokens(String text, List<Token> list) {
    private static final Token NOTHING =
            new Token(0, 0, "\n", -1, 0, false, false, false, false, -1, new int[0], new int[0]);

    int size() {
        return list.size();
    }

    Token at(int index) {
        return index >= 0 && index < list.size() ? list.get(index) : NOTHING;
    }

    boolean is(int index, String word) {
        return at(index).word().equals(word);
    }

    boolean in(int index, Set<String> words) {
        return words.contains(at(index).word());
    }

    boolean sameSentence(int a, int b) {
        return at(a).sentence() == at(b).sentence() && at(a).sentence() >= 0;
    }

    /** The words from one index up to, not including, another, exactly as written. */
    String words(int from, int to) {
        return text.substring(at(from).start(), at(to - 1).end());
    }

    /** Whether the words stand right before the index; returns how many tokens they are, or 0. */
    int endsWith(int index, List<String> words) {
        int from = index - words.size();
        if (from < 0) {
            return 0;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!is(from + i, words.get(i))) {
                return 0;
            }
        }
        return sameSentence(from, index) ? words.size() : 0;
    }

    /** Whether the words stand from the index on; returns how many tokens they are, or 0. */
    int startsWith(int index, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!is(index + i, words.get(i))) {
                return 0;
            }
        }
        return words.size();
    }
}
