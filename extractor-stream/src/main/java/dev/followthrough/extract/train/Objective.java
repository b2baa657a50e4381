package dev.followthrough.extract.train;

import opennlp.tools.ml.maxent.quasinewton.Function;

import java.util.Arrays;

/**
 * How badly weights explain the lessons: the negative log likelihood of a multinomial regression
 * and an L2 penalty. There is a weight for each feature and outcome that were seen together.
 *
 * <p>The minimiser's first guess is that the objective curves alike in all directions, which it
 * does not: “bias” is in every lesson, most words are in five. So each of its coordinates is a
 * weight divided by a scale of its own. The scale is a bound of the curvature where every lesson is
 * answered by how often each outcome comes; a lesson of n features curves up to n times as much
 * along all of them as along one, (a1 + … + an)² ≤ n (a1² + … + an²). Steps then fit at once, where
 * without it most were tried ten times.
 *
 * <p>Not safe to share: value and gradient of the last point are kept, because the minimiser asks
 * for one after the other.
 */
final class Objective implements Function {
    private final Cases cases;
    private final double l2;
    private final double[] scale;

    private final double[] weights;
    private final double[] p;
    private final double[] gradient;
    private double[] point = {};
    private double value;

    /**
     * @param l2 weight of the sum of squares
     */
    Objective(Cases cases, double l2) {
        this.cases = cases;
        this.l2 = l2;
        this.scale = scale(cases, l2);
        this.weights = new double[scale.length];
        this.gradient = new double[scale.length];
        this.p = new double[cases.outcomes()];
    }

    private static double[] scale(Cases cases, double l2) {
        double[] curved = new double[cases.features()];
        double[] share = new double[cases.outcomes()];
        double all = 0;
        for (int i = 0; i < cases.size(); i++) {
            int[] features = cases.features(i);
            for (int feature : features) {
                curved[feature] += (double) cases.times(i) * features.length;
            }
            share[cases.outcome(i)] += cases.times(i);
            all += cases.times(i);
        }
        double[] scale = new double[cases.pairs()];
        for (int feature = 0; feature < curved.length; feature++) {
            for (int at = cases.start(feature); at < cases.start(feature + 1); at++) {
                double q = share[cases.outcomeOf(at)] / all;
                scale[at] = 1 / Math.sqrt(2 * l2 + curved[feature] * q * (1 - q));
            }
        }
        return scale;
    }

    @Override
    public int getDimension() {
        return scale.length;
    }

    @Override
    public double valueAt(double[] x) {
        look(x);
        return value;
    }

    @Override
    public double[] gradientAt(double[] x) {
        look(x);
        return gradient.clone();
    }

    /** The weights that a point of the minimiser stands for. */
    double[] weightsAt(double[] x) {
        look(x);
        return weights.clone();
    }

    private void look(double[] x) {
        if (Arrays.equals(x, point)) {
            return;
        }
        point = x.clone();
        value = 0;
        for (int at = 0; at < x.length; at++) {
            weights[at] = x[at] * scale[at];
            value += l2 * weights[at] * weights[at];
            gradient[at] = 2 * l2 * weights[at];
        }
        for (int i = 0; i < cases.size(); i++) {
            learn(cases.features(i), cases.outcome(i), cases.times(i));
        }
        for (int at = 0; at < x.length; at++) {
            gradient[at] *= scale[at];
        }
    }

    private void learn(int[] features, int right, int times) {
        Arrays.fill(p, 0);
        for (int feature : features) {
            int end = cases.start(feature + 1);
            for (int at = cases.start(feature); at < end; at++) {
                p[cases.outcomeOf(at)] += weights[at];
            }
        }
        value -= times * normalise(right);
        p[right] -= 1;
        for (int feature : features) {
            int end = cases.start(feature + 1);
            for (int at = cases.start(feature); at < end; at++) {
                gradient[at] += times * p[cases.outcomeOf(at)];
            }
        }
    }

    /** Makes probabilities of the sums in {@code p}; gives the logarithm of the right one's. */
    private double normalise(int right) {
        double most = p[0];
        for (double each : p) {
            most = Math.max(most, each);
        }
        double log = p[right] - most;
        double sum = 0;
        for (int o = 0; o < p.length; o++) {
            p[o] = StrictMath.exp(p[o] - most);
            sum += p[o];
        }
        for (int o = 0; o < p.length; o++) {
            p[o] /= sum;
        }
        return log - StrictMath.log(sum);
    }
}
