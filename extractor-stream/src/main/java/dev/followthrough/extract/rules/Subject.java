package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The tokens that patterns are tried on, with where times stand among them, and room to work. Not
 * thread-safe.
 */
public final class Subject {
    private final List<Token> tokens;
    private final int[] timeEnds;
    private final int head;
    private final BitSet[] scratch;

    /**
     * @param timeEnds for each token the index after the time that begins there, or -1
     * @param head index of the first word that is no filler and no name of address
     */
    public Subject(List<Token> tokens, int[] timeEnds, int head) {
        this.tokens = tokens;
        this.timeEnds = timeEnds;
        this.head = head;
        this.scratch =
                new BitSet[] {new BitSet(tokens.size() + 1), new BitSet(tokens.size() + 1)};
    }

    public int size() {
        return tokens.size();
    }

    /** One of two sets of positions for patterns to work on, whatever is in it. */
    BitSet scratch(int which) {
        return scratch[which];
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

    /** Lengths of the lexicon's entries that begin at an index, a bit each. */
    int lengths(Lexicon lexicon, int i) {
        return lexicon.lengthsAt(tokens, i);
    }
}
