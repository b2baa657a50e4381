package dev.followthrough.extract.judge;

import dev.followthrough.extract.text.NameTable;

/** What the features of one pair weigh together, each once. Not thread-safe. */
final class PairSum implements FeatureSink {
    private final PairWeights weights;

    /** The pair, by number, that a row was last seen in. */
    private final int[] seenIn;

    private int pair;
    private double ofAnswer;
    private double sum;
    private long hash = NameTable.EMPTY;

    PairSum(PairWeights weights) {
        this.weights = weights;
        this.seenIn = new int[weights.size()];
    }

    @Override
    public FeatureSink put(String piece) {
        hash = NameTable.hash(hash, piece);
        return this;
    }

    @Override
    public void end() {
        int row = weights.row(hash);
        hash = NameTable.EMPTY;
        if (row >= 0 && seenIn[row] != pair) {
            seenIn[row] = pair;
            sum += weights.weight(row);
        }
    }

    /** The features of another answer begin: they count in all its pairs. */
    PairSum answer() {
        pair++;
        sum = 0;
        return this;
    }

    /** The answer has all its features. */
    void answered() {
        ofAnswer = sum;
    }

    /** The features of the answer's next pair begin. */
    PairSum next() {
        pair++;
        sum = ofAnswer;
        return this;
    }

    /** The pair's probability. */
    double probability() {
        return 1 / (1 + StrictMath.exp(-sum));
    }
}
