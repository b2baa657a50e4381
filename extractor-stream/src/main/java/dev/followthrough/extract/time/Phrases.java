package dev.followthrough.extract.time;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.Node;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words around times: directions, joints, and words that forbid a reading. Read only once
 * built.
 */
final class Phrases {
    private static final Set<String> WORDS =
            Set.of(
                    "allowing",
                    "before-version",
                    "of-months",
                    "completes",
                    "determiners",
                    "not-before-slash",
                    "after-number",
                    "not-after-ordinal",
                    "not-after-month",
                    "not-before-number");

    private final Map<String, List<Directed>> byLastWord = new HashMap<>();
    private final Map<String, List<List<String>>> after = new HashMap<>();
    private final Map<String, Set<String>> joints = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    /** A run of words and the direction it gives. */
    record Directed(List<String> words, Bound bound) {
        static final Directed NONE = new Directed(List.of(), Bound.NONE);
    }

    Phrases(Node data) {
        Set<String> known = new HashSet<>(WORDS);
        known.addAll(Set.of("bounds", "joins", "limits-after"));
        data.only(known);
        data.get("bounds").entries().forEach(this::addBound);
        for (Node phrase : data.get("limits-after").items()) {
            List<String> split = split(phrase.text());
            after.computeIfAbsent(split.getFirst(), ignored -> new ArrayList<>()).add(split);
        }
        data.get("joins")
                .entries()
                .forEach(
                        (name, list) ->
                                joints.put(
                                        name,
                                        list.texts().stream()
                                                .map(String::trim)
                                                .collect(Collectors.toUnmodifiableSet())));
        WORDS.forEach(name -> words.put(name, data.get(name).words()));
        after.values()
                .forEach(list -> list.sort(Comparator.comparingInt(phrase -> -phrase.size())));
    }

    private void addBound(String name, Node phrases) {
        for (Node phrase : phrases.items()) {
            List<String> split = split(phrase.text());
            byLastWord
                    .computeIfAbsent(split.getLast(), ignored -> new ArrayList<>())
                    .add(new Directed(split, bound(name, phrase)));
        }
        byLastWord
                .values()
                .forEach(
                        list ->
                                list.sort(
                                        Comparator.comparingInt(phrase -> -phrase.words().size())));
    }

    private static Bound bound(String name, Node at) {
        try {
            return Bound.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DataFault(at.place(), "must be a direction: " + name);
        }
    }

    private static List<String> split(String phrase) {
        return List.of(phrase.trim().split(" +"));
    }

    /** The longest direction right before the token. */
    Directed before(Tokens tokens, int index) {
        for (Directed phrase : byLastWord.getOrDefault(tokens.at(index - 1).word(), List.of())) {
            if (tokens.endsWith(index, phrase.words()) > 0) {
                return phrase;
            }
        }
        return Directed.NONE;
    }

    /** How many tokens of a closing limit (“at the latest”) begin here; 0 where none does. */
    int limitAt(Tokens tokens, int index) {
        for (List<String> phrase : after.getOrDefault(tokens.at(index).word(), List.of())) {
            if (tokens.startsWith(index, phrase) > 0) {
                return phrase.size();
            }
        }
        return 0;
    }

    boolean joins(String kind, String gap) {
        return joints.getOrDefault(kind, Set.of()).contains(gap);
    }

    boolean is(String list, String word) {
        return words.getOrDefault(list, Set.of()).contains(word);
    }
}
