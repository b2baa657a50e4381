package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scorer of acceptances: how likely a clause takes on what somebody else asked, by a regression
 * of its own over pairs of the two. For the clauses of one text; not thread-safe.
 */
final class Acceptances {
    /** What the regression answers. */
    static final String YES = "acceptance";

    static final String NO = "none";

    /** No such regression. */
    static final Model UNKNOWN = new Model(List.of(), Map.of());

    private final List<Asked> asked;
    private final Past past;
    private final PairWeights weights;

    /**
     * The likeliest pair of a clause.
     *
     * @param p how likely it is an acceptance
     */
    record Best(Asked asked, double p) {}

    /**
     * @param past what may have been asked in it
     */
    Acceptances(Past past, PairWeights weights) {
        this.past = past;
        this.asked = Asked.all(past);
        this.weights = weights;
    }

    /** The request that the unit takes on most likely; absent where none is in reach. */
    @Nullable Best best(List<Unit> units, int index) {
        Unit unit = units.get(index);
        List<Asked> reached = reached(unit);
        if (reached.isEmpty() || !Judge.mayAccept(unit)) {
            return null;
        }
        FeatureRows rows = new FeatureRows(weights.names());
        AnswerFeatures.put(units, index, rows);
        double ofAnswer = weights.sum(rows);
        Best best = null;
        for (Asked each : reached) {
            PairFeatures.put(unit, past, each, reached, rows.begin());
            double p = probability(ofAnswer + weights.sum(rows));
            if (best == null || p > best.p()) {
                best = new Best(each, p);
            }
        }
        return best;
    }

    private static double probability(double sum) {
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** What the regression weighed in the likeliest pair of a unit; absent where there is none. */
    @Nullable Weighing weigh(List<Unit> units, int index, Model model) {
        Best best = best(units, index);
        if (best == null) {
            return null;
        }
        double[] p = new double[model.outcomes().size()];
        int yes = model.outcomes().indexOf(YES);
        p[yes] = best.p();
        p[model.outcomes().indexOf(NO)] = 1 - best.p();
        List<Asked> reached = reached(units.get(index));
        List<String> features = PairFeatures.of(units, index, past, best.asked(), reached);
        return model.weigh(features, p, yes).of(best.asked().words());
    }

    /** What was asked and the unit may answer, the nearest first. */
    private List<Asked> reached(Unit unit) {
        List<Asked> reached = new ArrayList<>();
        for (Asked each : asked) {
            if (each.reaches(unit)) {
                reached.add(each);
            }
        }
        return reached;
    }
}
