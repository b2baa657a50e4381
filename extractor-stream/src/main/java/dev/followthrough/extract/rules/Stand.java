package dev.followthrough.extract.rules;

import dev.followthrough.extract.text.Token;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What may stand in a place of one clause, and where: bits in numbers of their own, so that all of
 * it lies together. Used for one clause after the other; not thread-safe.
 */
final class Stand {
    /** Nothing, nowhere. */
    static final Stand NOWHERE = new Stand();

    private long wholeLow;
    private long wholeHigh;
    private long firstLow;
    private long firstHigh;

    /** Lengths of the phrases that begin at each token, a bit each: many patterns ask the same. */
    private int @Nullable [] lengths;

    /** Forgets the clause before. */
    void begin() {
        wholeLow = 0;
        wholeHigh = 0;
        firstLow = 0;
        firstHigh = 0;
        lengths = null;
    }

    /**
     * @param whole whether the token fills the place by itself
     * @param first whether a phrase may begin with it
     */
    void add(int token, boolean whole, boolean first) {
        long bit = 1L << token;
        if (token < Long.SIZE) {
            wholeLow |= whole ? bit : 0;
            firstLow |= first ? bit : 0;
        } else {
            wholeHigh |= whole ? bit : 0;
            firstHigh |= first ? bit : 0;
        }
    }

    /** To where the place ends, of the positions at which it may begin. */
    void ofWords(long low, long high, Positions ends) {
        ends.moved(low & wholeLow, high & wholeHigh);
    }

    /** The same of a place for an entry of a lexicon. */
    void ofEntry(Lexicon lexicon, List<Token> tokens, long low, long high, Positions ends) {
        ofWords(low, high, ends);
        for (long left = low & firstLow; left != 0; left &= left - 1) {
            int token = Long.numberOfTrailingZeros(left);
            ends.add(token, lengths(lexicon, tokens)[token]);
        }
        for (long left = high & firstHigh; left != 0; left &= left - 1) {
            int token = Long.SIZE + Long.numberOfTrailingZeros(left);
            ends.add(token, lengths(lexicon, tokens)[token]);
        }
    }

    private int[] lengths(Lexicon lexicon, List<Token> tokens) {
        if (lengths == null) {
            lengths = new int[tokens.size()];
            for (int i = 0; i < lengths.length; i++) {
                boolean first = ((i < Long.SIZE ? firstLow : firstHigh) & 1L << i) != 0;
                lengths[i] = first ? lexicon.phraseLengthsAt(tokens, i) : 0;
            }
        }
        return lengths;
    }
}
