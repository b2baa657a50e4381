package dev.followthrough.extract.judge;

import java.util.List;

/**
 * Numbers of names, fewer than 2²⁸, found by a hash that is built piece by piece, so that what is
 * only looked up is never put together. Immutable, safe to share.
 *
 * <p>The hash is a polynomial of the UTF-16 units in 64 bits, so that the hash of two pieces in a
 * row follows from theirs without a look at a character (Rabin and Karp's, see {@link Piece}).
 */
final class NameTable {
    /** The hash of no characters. */
    static final long EMPTY = 0;

    /** The multiplier of Knuth's MMIX generator: odd, with bits everywhere. */
    private static final long BASE = 0x5851F42D4C957F2DL;

    /** Spreads a key over all its bits (the golden ratio in 64 bits; Knuth, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int HINTS = 16;
    private static final int NUMBER_BITS = 28;
    private static final long MOST = (1L << NUMBER_BITS) - 1;
    private static final int NONE = -1;

    /**
     * A bit for each name, some {@value #HINTS} for each there is: small enough to stay near the
     * processor, they turn away most of what is looked up and not there.
     */
    private final long[] hints;

    private final int hintShift;

    /**
     * The upper bits of a name's hash, and below them its number and one; 0 where there is none.
     */
    private final long[] slots;

    /**
     * Each name's number is its place.
     *
     * @throws IllegalArgumentException where two have the same hash: one must be changed
     */
    NameTable(List<String> names) {
        int size = Integer.highestOneBit(Math.max(1, names.size()));
        slots = new long[size * 4];
        hints = new long[Math.max(2, size / Long.SIZE * HINTS)];
        hintShift = Long.numberOfLeadingZeros(hints.length) + 1;
        for (int i = 0; i < names.size(); i++) {
            add(names.get(i), i);
        }
    }

    /** The hash of what had this hash and goes on with these characters. */
    static long hash(long before, String piece) {
        long hash = before;
        for (int i = 0; i < piece.length(); i++) {
            hash = hash * BASE + piece.charAt(i);
        }
        return hash;
    }

    /** The same of a piece that was hashed before. */
    static long hash(long before, Piece piece) {
        return before * piece.power() + piece.hash();
    }

    /** What a piece multiplies the hash before it by. */
    static long power(String piece) {
        long power = 1;
        for (int i = 0; i < piece.length(); i++) {
            power *= BASE;
        }
        return power;
    }

    private static long key(long hash) {
        long key = hash * GOLDEN;
        return key ^ key >>> Integer.SIZE;
    }

    private int hint(long key) {
        return (int) (key >>> hintShift);
    }

    private int slot(long key) {
        return (int) key & slots.length - 1;
    }

    private static boolean isOf(long slot, long key) {
        return (slot ^ key) >>> NUMBER_BITS == 0;
    }

    private void add(String name, int number) {
        long key = key(hash(EMPTY, name));
        int at = slot(key);
        while (slots[at] != 0) {
            if (isOf(slots[at], key)) {
                throw new IllegalArgumentException("hash of a name must be its own: " + name);
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = key >>> NUMBER_BITS << NUMBER_BITS | number + 1;
        hints[hint(key)] |= 1L << key;
    }

    /** The number of the name with this hash, or -1. */
    int number(long hash) {
        long key = key(hash);
        if ((hints[hint(key)] & 1L << key) == 0) {
            return NONE;
        }
        int at = slot(key);
        while (slots[at] != 0 && !isOf(slots[at], key)) {
            at = at + 1 & slots.length - 1;
        }
        return (int) (slots[at] & MOST) - 1;
    }
}
