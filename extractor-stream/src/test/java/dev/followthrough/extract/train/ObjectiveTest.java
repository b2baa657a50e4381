package dev.followthrough.extract.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.followthrough.extract.judge.Model;

import opennlp.tools.ml.maxent.quasinewton.QNMinimizer;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ObjectiveTest {
    private static final double L2 = 0.5;

    private final List<String> outcomes = new ArrayList<>();
    private final List<List<String>> features = new ArrayList<>();

    /** Lessons of a common feature and some of thirty rarer ones, which lean to an outcome. */
    private Cases cases(int lessons) {
        Random random = new Random(7);
        for (int i = 0; i < lessons; i++) {
            List<String> seen = new ArrayList<>(List.of("bias"));
            int score = 0;
            for (int f = 0; f < 30; f++) {
                if (random.nextInt(f + 2) == 0) {
                    seen.add("f" + f);
                    score += f % 3 - 1;
                }
            }
            features.add(seen);
            int noise = random.nextInt(3) - 1;
            outcomes.add(score + noise > 0 ? "promise" : score + noise < 0 ? "none" : "request");
        }
        return new Cases(outcomes, features, 2);
    }

    @Test
    void gradientIsTheSlopeOfTheValue() {
        Objective objective = new Objective(cases(200), L2);
        Random random = new Random(3);
        double[] x = random.doubles(objective.getDimension(), -1, 1).toArray();
        double[] gradient = objective.gradientAt(x);
        double step = 1e-5;
        for (int i = 0; i < x.length; i++) {
            double[] above = x.clone();
            double[] below = x.clone();
            above[i] += step;
            below[i] -= step;
            double slope = (objective.valueAt(above) - objective.valueAt(below)) / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-4));
        }
    }

    /** The coordinates are scaled so that a step of the gradient's own length never overshoots. */
    @Test
    void theMinimiserComesWhereThePlainGradientLeadsInAThousandSteps() {
        Objective objective = new Objective(cases(2_000), L2);
        double[] quick = new QNMinimizer(0, 0, 60, 60, 1_000).minimize(objective);
        double[] slow = new double[objective.getDimension()];
        double before = objective.valueAt(slow);
        for (int step = 0; step < 1_000; step++) {
            double[] gradient = objective.gradientAt(slow);
            for (int i = 0; i < slow.length; i++) {
                slow[i] -= gradient[i];
            }
            assertThat(objective.valueAt(slow)).isLessThanOrEqualTo(before + 1e-9);
            before = objective.valueAt(slow);
        }
        assertThat(objective.valueAt(quick)).isLessThan(before * 1.002);
    }

    @Test
    void aFeatureOfAllLessonsLearnsHowOftenEachOutcomeComes() {
        List<String> said = List.of("promise", "none", "none", "none");
        List<List<String>> seen = List.of(of("a"), of("a"), of("a"), of("a"));
        Objective objective = new Objective(new Cases(said, seen, 1), 1e-9);
        double[] weights =
                objective.weightsAt(new QNMinimizer(0, 0, 60, 60, 1_000).minimize(objective));
        assertThat(Math.exp(weights[0] - weights[1])).isCloseTo(3, within(0.05));
    }

    @Test
    void sameLessonsSameModel() {
        cases(500);
        Model once = Regression.ofAll(outcomes, features);
        Model again = Regression.ofAll(outcomes, features);
        assertThat(again.outcomes()).isEqualTo(once.outcomes());
        assertThat(again.weights()).hasSameSizeAs(once.weights());
        once.weights()
                .forEach(
                        (feature, row) ->
                                assertThat(again.weights().get(feature)).containsExactly(row));
    }

    @Test
    void rareFeaturesAreLeftOutAndLessonsAlikeAreCountedOnce() {
        List<String> said = List.of("none", "none", "promise");
        List<List<String>> seen = List.of(of("a", "b"), of("a", "b"), of("a", "c"));
        Cases cases = new Cases(said, seen, 2);
        assertThat(cases.features()).isEqualTo(2);
        assertThat(cases.size()).isEqualTo(2);
        assertThat(cases.times(0)).isEqualTo(2);
        assertThat(cases.features(1)).hasSize(1);
        assertThat(cases.pairs()).as("b was never seen with a promise").isEqualTo(3);
        assertThat(cases.model(new double[] {1, 2, 3}).weights()).containsOnlyKeys("a", "b");
    }

    private static List<String> of(String... features) {
        return List.of(features);
    }
}
