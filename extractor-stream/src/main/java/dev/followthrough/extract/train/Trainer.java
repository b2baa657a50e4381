package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Model;
import dev.followthrough.extract.judge.Models;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Trains the judge: a regression for each head, and one of acceptances. The same samples give the
 * same bytes.
 */
public final class Trainer {
    /** A feature is worth keeping that weighs so much for or against some outcome. */
    private static final double WORTH = 0.05;

    private final Fit all;
    private final Fit kept;
    private final Lessons byRules = new Lessons(Judge.rulesOnly());

    public Trainer(Fit fit) {
        this(fit, fit);
    }

    private Trainer(Fit all, Fit kept) {
        this.all = all;
        this.kept = kept;
    }

    /** By {@link Regression}. */
    public static Trainer standard() {
        return new Trainer(Regression::ofAll, Regression::ofKept);
    }

    /** The same, blind to some features: what they are worth is seen by doing without them. */
    public static Trainer without(Predicate<String> features) {
        return new Trainer(blind(Regression::ofAll, features), blind(Regression::ofKept, features));
    }

    private static Fit blind(Fit fit, Predicate<String> features) {
        return (outcomes, lessons) ->
                fit.of(outcomes, lessons.stream().map(lesson -> seen(lesson, features)).toList());
    }

    private static List<String> seen(List<String> lesson, Predicate<String> without) {
        return lesson.stream().filter(without.negate()).toList();
    }

    /** How one head is fitted; the tests' and an experiment's own may stand in its place. */
    @FunctionalInterface
    public interface Fit {
        /**
         * @param outcomes one a lesson
         * @param features of the same lesson
         */
        Model of(List<String> outcomes, List<List<String>> features) throws IOException;
    }

    /**
     * Trains twice. The first time earlier turns are read by rules alone and every feature is
     * weighed; the second time they are read by what the first gave, as they will be in use, and
     * only features that the first gave some weight are weighed: most features say next to nothing,
     * and each that a text has costs time.
     */
    public Models train(List<Sample> samples) throws IOException {
        Models first = models(byRules.of(samples), null);
        return models(new Lessons(new Judge(first)).of(samples), first);
    }

    private Models models(List<Lesson> lessons, @Nullable Models before) throws IOException {
        Map<Head, Model> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            List<String> outcomes = new ArrayList<>();
            List<List<String>> features = new ArrayList<>();
            for (Lesson lesson : lessons) {
                String outcome = lesson.outcomes().get(head);
                if (outcome != null) {
                    outcomes.add(outcome);
                    features.add(worth(lesson.features(), head, before));
                }
            }
            models.put(head, (before == null ? all : kept).of(outcomes, features));
        }
        List<String> outcomes = new ArrayList<>();
        List<List<String>> features = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (Lesson.Pair pair : lesson.pairs()) {
                outcomes.add(pair.outcome());
                features.add(pair.features());
            }
        }
        // Where nothing was ever asked there is nothing to learn.
        return outcomes.isEmpty()
                ? new Models(models)
                : new Models(models, all.of(outcomes, features));
    }

    private static List<String> worth(List<String> features, Head head, @Nullable Models before) {
        if (before == null) {
            return features;
        }
        Model model = before.of(head);
        return features.stream().filter(feature -> model.weighs(feature, WORTH)).toList();
    }
}
