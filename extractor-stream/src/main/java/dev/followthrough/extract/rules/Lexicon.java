package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words and phrases of one meaning. An entry matches a token's normalised form or its base form.
 * Immutable.
 */
public final class Lexicon {
    private static final String[][] NO_PHRASES = {};

    private final String name;
    private final Set<String> words = new HashSet<>();
    private final Map<String, String[][]> phrases = new HashMap<>();

    Lexicon(String name, List<String> entries) {
        this.name = name;
        for (String entry : entries) {
            String[] parts = TextReader.words(entry).toArray(String[]::new);
            if (parts.length == 1) {
                words.add(parts[0]);
            } else {
                String[][] before = phrases.getOrDefault(parts[0], NO_PHRASES);
                String[][] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = parts;
                phrases.put(parts[0], after);
            }
        }
    }

    public String name() {
        return name;
    }

    /** The first words of its entries. */
    public Set<String> heads() {
        Set<String> heads = new HashSet<>(words);
        heads.addAll(phrases.keySet());
        return heads;
    }

    /** A word of each entry, of a phrase the longest that is not one of these. */
    Set<String> marks(Set<String> everywhere) {
        Set<String> marks = new HashSet<>(words);
        for (String[][] beginning : phrases.values()) {
            for (String[] phrase : beginning) {
                marks.add(
                        Arrays.stream(phrase)
                                .filter(word -> !everywhere.contains(word))
                                .max(Comparator.comparingInt(String::length))
                                .orElse(phrase[0]));
            }
        }
        return marks;
    }

    /** Whether an entry of more than one word begins with this one. */
    boolean hasPhrasesFrom(String word) {
        return phrases.containsKey(word);
    }

    /** Whether the single word is in it. */
    public boolean holds(Token token) {
        return words.contains(token.lower()) || words.contains(token.lemma());
    }

    /** Whether the word, as it stands, is in it. */
    public boolean holds(String word) {
        return words.contains(word);
    }

    /** Lengths of the entries that begin at this token: bit n is set where one of n tokens does. */
    int lengthsAt(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return (holds(token) ? 2 : 0) | phraseLengthsAt(tokens, at);
    }

    /** The same of its phrases alone. */
    int phraseLengthsAt(List<Token> tokens, int at) {
        if (phrases.isEmpty()) {
            return 0;
        }
        Token token = tokens.get(at);
        int lengths = phraseLengths(tokens, at, token.lower());
        return token.lemma().equals(token.lower())
                ? lengths
                : lengths | phraseLengths(tokens, at, token.lemma());
    }

    private int phraseLengths(List<Token> tokens, int at, String head) {
        int lengths = 0;
        for (String[] phrase : phrases.getOrDefault(head, NO_PHRASES)) {
            if (at + phrase.length <= tokens.size() && follows(phrase, tokens, at)) {
                lengths |= 1 << phrase.length;
            }
        }
        return lengths;
    }

    private static boolean follows(String[] phrase, List<Token> tokens, int at) {
        for (int i = 1; i < phrase.length; i++) {
            Token token = tokens.get(at + i);
            if (!phrase[i].equals(token.lower()) && !phrase[i].equals(token.lemma())) {
                return false;
            }
        }
        return true;
    }

    /** Whether any entry begins at this token and ends among these. */
    public boolean begins(List<Token> tokens, int at) {
        return lengthsAt(tokens, at) != 0;
    }

    /** Whether any entry occurs in the tokens. */
    public boolean occursIn(List<Token> tokens) {
        return !firstIn(tokens).isEmpty();
    }

    /** The tokens of the first entry that occurs, the longest where several begin; else none. */
    public List<Token> firstIn(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            int lengths = lengthsAt(tokens, i);
            if (lengths != 0) {
                int longest = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(lengths);
                return tokens.subList(i, i + longest);
            }
        }
        return List.of();
    }
}
