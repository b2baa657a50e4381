package dev.followthrough.extract.rules;

/**
 * Positions between the tokens of a clause, from 0 to its size. Mutable, and moved as a whole: that
 * is what makes patterns cheap. Not thread-safe.
 */
final class Positions {
    /** The longest clause that has its positions here. */
    static final int LONGEST = 2 * Long.SIZE - 1;

    private long low;
    private long high;

    void clear() {
        low = 0;
        high = 0;
    }

    void set(int position) {
        if (position < Long.SIZE) {
            low |= 1L << position;
        } else {
            high |= 1L << position;
        }
    }

    /** All from 0 to this one. */
    void setUpTo(int last) {
        low = last >= Long.SIZE - 1 ? -1 : (1L << last + 1) - 1;
        high = last < Long.SIZE ? 0 : last >= LONGEST ? -1 : (1L << last + 1) - 1;
    }

    /** Exactly these, the first 64 in the lower number. */
    Positions set(long lower, long higher) {
        low = lower;
        high = higher;
        return this;
    }

    /** Exactly these, each a token further. */
    void moved(long lower, long higher) {
        low = lower << 1;
        high = higher << 1 | lower >>> Long.SIZE - 1;
    }

    /** The first 64, a bit each. */
    long low() {
        return low;
    }

    /** Those from 64 on. */
    long high() {
        return high;
    }

    /** So many tokens after one, for each bit that is set. */
    void add(int from, int lengths) {
        for (int left = lengths; left != 0; left &= left - 1) {
            set(from + Integer.numberOfTrailingZeros(left));
        }
    }

    void keep(Positions other) {
        low &= other.low;
        high &= other.high;
    }

    /** So many tokens further; fewer than 64. */
    void forward(int tokens) {
        if (tokens > 0) {
            high = high << tokens | low >>> Long.SIZE - tokens;
            low <<= tokens;
        }
    }

    boolean has(int position) {
        return ((position < Long.SIZE ? low : high) & 1L << position) != 0;
    }

    boolean isEmpty() {
        return (low | high) == 0;
    }

    /** The first one from there on, or -1. */
    int next(int from) {
        if (from < Long.SIZE) {
            long rest = low & -1L << from;
            if (rest != 0) {
                return Long.numberOfTrailingZeros(rest);
            }
        }
        long rest = from > LONGEST ? 0 : high & (from <= Long.SIZE ? -1L : -1L << from);
        return rest == 0 ? -1 : Long.SIZE + Long.numberOfTrailingZeros(rest);
    }
}
