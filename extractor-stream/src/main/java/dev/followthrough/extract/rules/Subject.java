package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The tokens that patterns are tried on, with where times stand among them. Look-ups are
 * remembered; not thread-safe.
 */
public final class Subject {
    private final List<Token> tokens;
    private final int[] timeEnds;
    private final int head;
    private final IdentityHashMap<Lexicon, int[]> lengths = new IdentityHashMap<>();

    /**
     * @param timeEnds for each token the index after the time that begins there, or -1
     * @param head index of the first word that is no filler and no name of address
     */
    public Subject(List<Token> tokens, int[] timeEnds, int head) {
        this.tokens = tokens;
        this.timeEnds = timeEnds;
        this.head = head;
    }

    public int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    boolean isStart(int i) {
        return i == 0 || i == head;
    }

    int timeEnd(int i) {
        return timeEnds[i];
    }

    boolean isWord(int i, Set<String> words) {
        Token token = tokens.get(i);
        return words.contains(token.lower());
    }

    /** Where entries of the lexicon begin, and how long they are. */
    int[] lengths(Lexicon lexicon) {
        return lengths.computeIfAbsent(lexicon, this::compute);
    }

    private int[] compute(Lexicon lexicon) {
        int[] found = new int[tokens.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = lexicon.lengthsAt(tokens, i);
        }
        return found;
    }
}
