package dev.followthrough.extract.judge;

import java.util.List;

/**
 * What a regression weighed in one clause, and what became of its answer.
 *
 * @param outcome the answer that was given, or, where none was, the likeliest one besides “none”
 * @param probability of that answer by the regression alone
 * @param known how many of the clause's features the model knows
 * @param weights what spoke for the outcome rather than for “none”, the heaviest first; a negative
 *     one spoke against
 */
public record Weighing(String outcome, double probability, int known, List<Weight> weights) {
    /** One feature's weight, in log odds against “none”. */
    public record Weight(String feature, double weight) {}

    public Weighing {
        weights = List.copyOf(weights);
    }
}
