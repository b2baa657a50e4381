package dev.followthrough.extract.text;

import java.util.BitSet;
import java.util.Set;

/**
 * Whether one of some words may stand in a text, told without cutting or copying it: words are runs
 * of letters, compared by hash, so now and then it says yes where none stands. Immutable.
 */
public final class WordFilter {
    private static final int BITS = 1 << 16;

    private final BitSet hashes = new BitSet(BITS);

    /** Of an entry with marks inside (“auto-renews”) the first letters count. */
    public WordFilter(Set<String> words) {
        for (String word : words) {
            int end = 0;
            while (end < word.length() && Character.isLetter(word.charAt(end))) {
                end++;
            }
            hashes.set(hash(word, 0, end));
        }
    }

    /** One pass. */
    public boolean anyIn(String text, int from, int to) {
        int start = from;
        while (start < to) {
            int end = start;
            while (end < to && Character.isLetter(text.charAt(end))) {
                end++;
            }
            if (end > start && hashes.get(hash(text, start, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(i));
        }
        return (hash ^ hash >>> 16) & BITS - 1;
    }
}
