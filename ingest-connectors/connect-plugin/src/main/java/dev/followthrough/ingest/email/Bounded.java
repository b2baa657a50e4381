package dev.followthrough.ingest.email;

import java.util.Arrays;

/** Collects bytes up to a limit; beyond it keeps only a beginning, so memory stays bounded. */
final class Bounded {
    /** What is kept of a message that is too large: as much as a dead letter holds. */
    static final int HEAD = 256 * 1024;

    private final int limit;
    private byte[] bytes = new byte[8 * 1024];
    private int size;
    private boolean tooLarge;

    Bounded(int limit) {
        this.limit = limit;
    }

    void add(byte[] buffer, int from, int to) {
        if (tooLarge) {
            return;
        }
        int length = to - from;
        tooLarge = length > limit - size;
        int taken = tooLarge ? Math.max(0, Math.min(HEAD, limit) - size) : length;
        if (taken > bytes.length - size) {
            bytes =
                    Arrays.copyOf(
                            bytes,
                            (int)
                                    Math.max(
                                            size + (long) taken,
                                            Math.min(limit, bytes.length * 2L)));
        }
        System.arraycopy(buffer, from, bytes, size, Math.min(taken, length));
        size += Math.min(taken, length);
    }

    boolean tooLarge() {
        return tooLarge;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, tooLarge ? Math.min(size, HEAD) : size);
    }
}
