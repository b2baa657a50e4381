package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Model;
import dev.followthrough.extract.judge.Models;

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
    private final Fit fit;
    private final Lessons byRules = new Lessons(Judge.rulesOnly());

    public Trainer(Fit fit) {
        this.fit = fit;
    }

    /** By {@link Regression}. */
    public static Trainer standard() {
        return new Trainer(Regression::of);
    }

    /** The same, blind to some features: what they are worth is seen by doing without them. */
    public static Trainer without(Predicate<String> features) {
        return new Trainer(
                (outcomes, lessons) ->
                        Regression.of(
                                outcomes,
                                lessons.stream().map(lesson -> seen(lesson, features)).toList()));
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
     * Trains twice: the first time earlier turns are read by rules alone, the second time by what
     * the first gave, as they will be in use.
     */
    public Models train(List<Sample> samples) throws IOException {
        Models first = models(byRules.of(samples));
        return models(new Lessons(new Judge(first)).of(samples));
    }

    private Models models(List<Lesson> lessons) throws IOException {
        Map<Head, Model> models = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            List<String> outcomes = new ArrayList<>();
            List<List<String>> features = new ArrayList<>();
            for (Lesson lesson : lessons) {
                String outcome = lesson.outcomes().get(head);
                if (outcome != null) {
                    outcomes.add(outcome);
                    features.add(lesson.features());
                }
            }
            models.put(head, fit.of(outcomes, features));
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
                : new Models(models, fit.of(outcomes, features));
    }
}
