package dev.followthrough.extract.text;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Numbers of names, each below 2²⁸, found by a hash that is built piece by piece, so that what is
 * only looked up is never put together. Immutable, safe to share.
 */
public final class NameTable {
    /** The hash of no characters (FNV-1a of 64 bits, a step a UTF-16 unit). */
    public static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
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

    /** Each name's number is its place. */
    public NameTable(List<String> names) {
        this(names, place -> place);
    }

    /**
     * @param number of a name, by its place
     * @throws IllegalArgumentException where two have the same hash: one must be changed
     */
    public NameTable(List<String> names, IntUnaryOperator number) {
        int size = Integer.highestOneBit(Math.max(1, names.size()));
        slots = new long[size * 4];
        hints = new long[Math.max(2, size / Long.SIZE * HINTS)];
        hintShift = Long.numberOfLeadingZeros(hints.length) + 1;
        for (int i = 0; i < names.size(); i++) {
            add(names.get(i), number.applyAsInt(i));
        }
    }

    /** The hash of what had this hash and goes on with a piece. */
    public static long hash(long before, String piece) {
        return hash(before, piece, 0, piece.length());
    }

    /** The same with a part of a piece. */
    public static long hash(long before, String piece, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = (hash ^ piece.charAt(i)) * PRIME;
        }
        return hash;
    }

    private int hint(long key) {
        return (int) (key >>> hintShift);
    }

    private int slot(long key) {
        return (int) (key ^ key >>> 32) & slots.length - 1;
    }

    private static boolean isOf(long slot, long key) {
        return (slot ^ key) >>> NUMBER_BITS == 0;
    }

    private void add(String name, int number) {
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException(
                    "number of a name must lie in 0…" + (MOST - 1) + ", was " + number);
        }
        long key = hash(EMPTY, name);
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
    public int number(long key) {
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
