package dev.followthrough.extract.train;

import dev.followthrough.extract.judge.Asked;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.PairFeatures;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.refine.Scene;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What the scorer of acceptances learns from one text: of every clause that may be one, whether it
 * takes on this or that request. Where a reader said which turn's request is taken on, the others
 * are not; where nobody did, it is the nearest that shares most words, and those that share none
 * are not; where that request was not recognised, no pair is sure.
 */
final class PairLessons {
    private static final String ACCEPTANCE = "acceptance";

    private final Scene scene;
    private final List<Asked> asked;
    private final List<Label> labels;

    PairLessons(Scene scene, List<Label> labels) {
        this.scene = scene;
        this.asked = Asked.all(scene.past());
        this.labels = labels;
    }

    /**
     * @param outcome of the unit for the first head; absent: it teaches nothing
     */
    List<Lesson.Pair> of(int index, @Nullable String outcome) {
        Unit unit = scene.units().get(index);
        List<Asked> reached = asked.stream().filter(each -> each.reaches(unit)).toList();
        if (outcome == null || reached.isEmpty() || !Judge.mayAccept(unit)) {
            return List.of();
        }
        if (!outcome.equals(ACCEPTANCE)) {
            return reached.stream().map(each -> pair(Label.NONE, index, each, reached)).toList();
        }
        String accepts = accepts(unit);
        Asked right = right(unit, reached, accepts);
        List<Lesson.Pair> pairs = new ArrayList<>();
        for (Asked each : reached) {
            if (right != null && each.is(right)) {
                pairs.add(pair(ACCEPTANCE, index, each, reached));
            } else if (right != null && isOther(each, right, accepts, unit)) {
                pairs.add(pair(Label.NONE, index, each, reached));
            }
        }
        return pairs;
    }

    private Lesson.Pair pair(String outcome, int index, Asked of, List<Asked> reached) {
        return new Lesson.Pair(
                outcome, PairFeatures.of(scene.units(), index, scene.past(), of, reached));
    }

    /** Whether this is surely not what is taken on. */
    private static boolean isOther(Asked asked, Asked right, @Nullable String accepts, Unit unit) {
        return accepts != null
                ? !isIn(accepts, asked)
                : asked.shared(unit) == 0 && right.shared(unit) > 0;
    }

    /** The turn that the acceptance in this unit was said to answer. */
    private @Nullable String accepts(Unit unit) {
        String accepts = null;
        int most = 0;
        for (Label label : labels) {
            int shared = label.shared(unit.clause().start(), unit.clause().end());
            if (label.outcome().equals(ACCEPTANCE) && shared > most) {
                accepts = label.accepts();
                most = shared;
            }
        }
        return accepts;
    }

    private static boolean isIn(String signal, Asked asked) {
        return asked.turn().signal().id().value().equals(signal);
    }

    private static @Nullable Asked right(Unit unit, List<Asked> reached, @Nullable String accepts) {
        Asked right = null;
        for (Asked each : reached) {
            boolean possible = accepts == null || isIn(accepts, each);
            if (possible && (right == null || each.shared(unit) > right.shared(unit))) {
                right = each;
            }
        }
        return right;
    }
}
