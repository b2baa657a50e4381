package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Model;
import dev.followthrough.extract.judge.Models;

import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A multinomial regression with L2 by L-BFGS (OpenNLP's MAXENT_QN). The number of threads is fixed:
 * sums are taken in the same order on every machine, so that the same samples give the same bytes.
 */
public final class Trainer {
    private static final int ITERATIONS = 60;

    /**
     * Of a feature: twice in text that counts three times, or four times in other text. Less is
     * learnt by heart.
     */
    private static final int SEEN_AT_LEAST = 4;

    private static final int THREADS = 2;
    private static final double L2 = 9.0;

    private final Fit fit;
    private final Lessons byRules = new Lessons(Judge.rulesOnly());

    public Trainer(Fit fit) {
        this.fit = fit;
    }

    /** With {@link #regression}. */
    public static Trainer standard() {
        return new Trainer(Trainer::regression);
    }

    /** The same, blind to some features: what they are worth is seen by doing without them. */
    public static Trainer without(Predicate<String> features) {
        return new Trainer(
                (outcomes, lessons) ->
                        regression(
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
        return new Models(models);
    }

    /** L-BFGS with L2. */
    static Model regression(List<String> outcomes, List<List<String>> features) throws IOException {
        List<Event> events = new ArrayList<>(outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            events.add(new Event(outcomes.get(i), features.get(i).toArray(String[]::new)));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, SEEN_AT_LEAST);
        parameters.put(QNTrainer.THREADS_PARAM, THREADS);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, L2);
        OnePassDataIndexer indexer = new OnePassDataIndexer();
        indexer.init(parameters, new HashMap<>());
        indexer.index(ObjectStreamUtils.createObjectStream(events));
        QNTrainer trainer = new QNTrainer();
        trainer.init(parameters, new HashMap<>());
        return of(trainer.doTrain(indexer));
    }

    private static Model of(AbstractModel trained) {
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < trained.getNumOutcomes(); i++) {
            outcomes.add(trained.getOutcome(i));
        }
        Object[] parts = trained.getDataStructures();
        Context[] contexts = (Context[]) parts[0];
        @SuppressWarnings("unchecked")
        Map<String, Context> byName = (Map<String, Context>) parts[1];
        Map<String, float[]> weights = new HashMap<>();
        byName.forEach((name, context) -> weights.put(name, row(context, outcomes.size())));
        if (contexts.length != weights.size()) {
            throw new IllegalStateException(
                    "every feature must have its weights, were "
                            + contexts.length
                            + " for "
                            + weights.size());
        }
        return new Model(outcomes, weights);
    }

    private static float[] row(Context context, int outcomes) {
        float[] row = new float[outcomes];
        int[] at = context.getOutcomes();
        double[] weights = context.getParameters();
        for (int i = 0; i < at.length; i++) {
            row[at[i]] = (float) weights[i];
        }
        return row;
    }
}
