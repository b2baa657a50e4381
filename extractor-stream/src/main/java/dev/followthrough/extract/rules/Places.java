package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places of patterns that name words, numbered, the same words the same number; and for each
 * word the places in which it may stand. Filled while rules are read, only read afterwards.
 */
final class Places {
    private record Place(Set<String> words, boolean byLemma) {}

    private final Map<Place, Integer> numbers = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byLemma = new HashMap<>();

    /** The number of a place in which one of these stands as it is. */
    int words(Set<String> words) {
        return number(new Place(words, false));
    }

    /** The number of a place in which an entry of a lexicon begins, in whatever form. */
    int entry(Lexicon lexicon) {
        return number(new Place(lexicon.heads(), true));
    }

    private int number(Place place) {
        Integer known = numbers.get(place);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers.put(place, number);
        for (String word : place.words()) {
            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(number);
            if (place.byLemma()) {
                byLemma.computeIfAbsent(word, w -> new ArrayList<>()).add(number);
            }
        }
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** Calls back with the place and the index of each token that may stand in it. */
    void visit(List<Token> tokens, Visitor visitor) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            for (int place : byWord.getOrDefault(token.lower(), List.of())) {
                visitor.visit(place, i);
            }
            if (!token.lemma().equals(token.lower())) {
                for (int place : byLemma.getOrDefault(token.lemma(), List.of())) {
                    visitor.visit(place, i);
                }
            }
        }
    }

    interface Visitor {
        void visit(int place, int token);
    }
}
