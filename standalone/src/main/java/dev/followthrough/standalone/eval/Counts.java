package dev.followthrough.standalone.eval;

import java.util.Collection;

/**
 * How often right.
 *
 * @param hit expected and found
 * @param missed expected and not found
 * @param wrong found and not expected
 */
record Counts(int hit, int missed, int wrong) {
    /** Of the items of one measure. */
    static Counts of(Collection<Item> items, String measure) {
        return new Counts(
                count(items, measure, Item.Verdict.HIT),
                count(items, measure, Item.Verdict.MISSED),
                count(items, measure, Item.Verdict.WRONG));
    }

    private static int count(Collection<Item> items, String measure, Item.Verdict verdict) {
        return (int)
                items.stream()
                        .filter(item -> item.measure().equals(measure) && item.verdict() == verdict)
                        .count();
    }

    int found() {
        return hit + wrong;
    }

    int expected() {
        return hit + missed;
    }

    /** 0 where nothing was found. */
    double precision() {
        return found() == 0 ? 0 : (double) hit / found();
    }

    /** 0 where nothing was expected. */
    double recall() {
        return expected() == 0 ? 0 : (double) hit / expected();
    }

    double f1() {
        int all = 2 * hit + missed + wrong;
        return all == 0 ? 0 : 2.0 * hit / all;
    }
}
