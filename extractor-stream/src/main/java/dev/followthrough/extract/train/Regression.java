package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Model;

import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

import java.util.List;

/**
 * A multinomial regression with L2, minimised by OpenNLP's L-BFGS. Everything is counted and summed
 * in one fixed order, so that the same lessons give the same weights on every machine.
 */
final class Regression {
    private static final int ITERATIONS = 60;

    /**
     * As many as iterations, so that none is ever dropped: where it drops one, the minimiser
     * (OpenNLP 2.5.11) keeps the newest twice, its history soon holds a single step, and it stops
     * far from the minimum.
     */
    private static final int STEPS_KEPT = ITERATIONS;

    private static final int EVALUATIONS = 1_000;

    /**
     * Of a feature: twice in text that counts three times, or four times in other text. Less is
     * learnt by heart.
     */
    private static final int SEEN_AT_LEAST = 4;

    private static final double L2_OF_ALL = 9.0;

    /** Fewer features bear more each: a stronger penalty keeps what is sure as right as it was. */
    private static final double L2_OF_KEPT = 11.0;

    private Regression() {}

    /**
     * Of lessons with all their features.
     *
     * @param outcomes one a lesson
     * @param features of the same lesson, each once
     */
    static Model ofAll(List<String> outcomes, List<List<String>> features) {
        return of(outcomes, features, L2_OF_ALL);
    }

    /** The same of lessons with no features left but those of some weight. */
    static Model ofKept(List<String> outcomes, List<List<String>> features) {
        return of(outcomes, features, L2_OF_KEPT);
    }

    private static Model of(List<String> outcomes, List<List<String>> features, double l2) {
        Cases cases = new Cases(outcomes, features, SEEN_AT_LEAST);
        Objective objective = new Objective(cases, l2);
        double[] point =
                new QNMinimizer(0, 0, ITERATIONS, STEPS_KEPT, EVALUATIONS).minimize(objective);
        return cases.model(objective.weightsAt(point));
    }
}
