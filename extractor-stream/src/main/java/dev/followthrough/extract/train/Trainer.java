package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Model;

import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A multinomial regression with L2 by L-BFGS (OpenNLP's MAXENT_QN), one thread, so that the same
 * samples give the same bytes.
 */
public final class Trainer {
    private static final int ITERATIONS = 100;
    private static final int SEEN_AT_LEAST = 2;
    private static final double L2 = 1.0;

    private Trainer() {}

    /**
     * Trains twice: the first time earlier turns are read by rules alone, the second time by what
     * the first gave, as they will be in use.
     */
    public static Model train(List<Sample> samples) throws IOException {
        Model first = fit(new Lessons(Judge.rulesOnly()).of(samples));
        return fit(new Lessons(new Judge(first)).of(samples));
    }

    static Model fit(List<Lesson> lessons) throws IOException {
        List<Event> events = new ArrayList<>(lessons.size());
        for (Lesson lesson : lessons) {
            events.add(new Event(lesson.outcome(), lesson.features().toArray(String[]::new)));
        }
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        parameters.put(TrainingParameters.CUTOFF_PARAM, SEEN_AT_LEAST);
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
