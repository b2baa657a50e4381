package dev.followthrough.extract.judge;

import java.util.Arrays;

/**
 * The numbers that a table has for the features it is given, each once, in order; features that the
 * table does not know are forgotten at once. One serves many units; not thread-safe.
 */
final class FeatureRows implements FeatureSink {
    private final NameTable names;
    private int[] rows = new int[128];
    private int size;

    /** Rows by their own hash, each one higher, at most half full; 0 where there is none. */
    private int[] seen = new int[256];

    private long hash = NameTable.EMPTY;

    FeatureRows(NameTable names) {
        this.names = names;
    }

    /** Forgets all features: others follow. */
    FeatureRows begin() {
        if (size > 0) {
            Arrays.fill(seen, 0);
            size = 0;
        }
        return this;
    }

    @Override
    public FeatureSink put(String piece) {
        hash = NameTable.hash(hash, piece);
        return this;
    }

    @Override
    public FeatureSink put(Piece piece) {
        hash = NameTable.hash(hash, piece);
        return this;
    }

    @Override
    public void end() {
        int row = names.number(hash);
        hash = NameTable.EMPTY;
        if (row >= 0) {
            if (size == rows.length) {
                grow();
            }
            if (isNew(row)) {
                rows[size++] = row;
            }
        }
    }

    private boolean isNew(int row) {
        int at = slot(row);
        while (seen[at] != 0) {
            if (seen[at] == row + 1) {
                return false;
            }
            at = at + 1 & seen.length - 1;
        }
        seen[at] = row + 1;
        return true;
    }

    private int slot(int row) {
        return row * 0x9E3779B9 >>> 7 & seen.length - 1;
    }

    private void grow() {
        int[] before = Arrays.copyOf(rows, size);
        rows = Arrays.copyOf(rows, size * 2);
        seen = new int[size * 4];
        for (int row : before) {
            isNew(row);
        }
    }

    int size() {
        return size;
    }

    int get(int index) {
        return rows[index];
    }
}
