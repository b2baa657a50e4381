package dev.followthrough.extract.judge;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * What a regression weighed in one clause, or in the pair of a clause and what was asked before it,
 * and what became of its answer.
 *
 * @param outcome the answer that was given, or, where none was, the likeliest one besides “none”
 * @param answers all outcomes with what the regression alone gives them, the likeliest first
 * @param known how many of the clause's features the model knows
 * @param weights what spoke for the outcome rather than for “none”, the heaviest first; a negative
 *     one spoke against
 * @param asked the words of what was asked, of a pair; absent where a clause was weighed
 */
public record Weighing(
        String outcome,
        List<Answer> answers,
        int known,
        List<Weight> weights,
        @Nullable String asked) {
    /** One outcome's probability. */
    public record Answer(String outcome, double probability) {}

    /** One feature's weight, in log odds against “none”. */
    public record Weight(String feature, double weight) {}

    public Weighing {
        answers = List.copyOf(answers);
        weights = List.copyOf(weights);
    }

    /** The same of a pair. */
    Weighing of(String words) {
        return new Weighing(outcome, answers, known, weights, words);
    }

    /** What the regression gives these outcomes and their finer kinds together. */
    public double together(Set<String> names) {
        return answers.stream()
                .filter(answer -> names.contains(answer.outcome().split("/", 2)[0]))
                .mapToDouble(Answer::probability)
                .sum();
    }
}
