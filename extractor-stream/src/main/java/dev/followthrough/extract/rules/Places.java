package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places of patterns that name words, numbered, the same words the same number; and for each
 * word the places in which it may stand. Filled while rules are read, only read afterwards.
 */
final class Places {
    /** Whose lexicon is absent stands as it is; an entry's words in whatever form. */
    private record Place(Set<String> words, @Nullable Lexicon lexicon) {}

    private static final int[] NONE = {};

    /** A word is remembered with its places, and with how it may stand in each. */
    private static final int MARKS = 2;

    private static final int WHOLE = 1;
    private static final int FIRST = 2;

    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Map<String, int[]> byWord = new HashMap<>();
    private final Map<String, int[]> byLemma = new HashMap<>();

    /** The number of a place in which one of these stands as it is. */
    int words(Set<String> words) {
        return number(new Place(words, null));
    }

    /** The number of a place in which an entry of a lexicon begins, in whatever form. */
    int entry(Lexicon lexicon) {
        return number(new Place(lexicon.heads(), lexicon));
    }

    private int number(Place place) {
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(place, number);
        sizes.add(place.words().size());
        for (String word : place.words()) {
            Lexicon lexicon = place.lexicon();
            int whole = lexicon == null || lexicon.holds(word) ? WHOLE : 0;
            int first = lexicon != null && lexicon.hasPhrasesFrom(word) ? FIRST : 0;
            int code = number << MARKS | whole | first;
            add(byWord, word, code);
            if (lexicon != null) {
                add(byLemma, word, code);
            }
        }
        return number;
    }

    private static void add(Map<String, int[]> places, String word, int code) {
        int[] before = places.getOrDefault(word, NONE);
        int[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = code;
        places.put(word, after);
    }

    /** How many words may stand in a place. */
    int words(int place) {
        return sizes.get(place);
    }

    int size() {
        return numbers.size();
    }

    /** Calls back with the place and the index of each token that may stand in it. */
    void visit(List<Token> tokens, Visitor visitor) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            visit(byWord.getOrDefault(token.lower(), NONE), i, visitor);
            if (!token.lemma().equals(token.lower())) {
                visit(byLemma.getOrDefault(token.lemma(), NONE), i, visitor);
            }
        }
    }

    private static void visit(int[] codes, int token, Visitor visitor) {
        for (int code : codes) {
            visitor.visit(code >> MARKS, token, (code & WHOLE) != 0, (code & FIRST) != 0);
        }
    }

    /** Is told what may stand where. */
    interface Visitor {
        /**
         * @param whole whether the word fills the place by itself
         * @param first whether a phrase begins with it
         */
        void visit(int place, int token, boolean whole, boolean first);
    }
}
