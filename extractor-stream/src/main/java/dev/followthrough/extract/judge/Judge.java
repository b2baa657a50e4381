package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Says of each unit what it is and how sure. With a model the regression decides among the acts for
 * which a rule fired; without one the strongest rule does. Immutable, safe to share.
 */
public final class Judge {
    /** What is less sure than this is not worth a line in a reading. */
    public static final double LEAST = 0.3;

    private static final String RESOURCE = "/model/en.model";
    private static final Set<Act> COMMITS = Set.of(Act.PROMISE, Act.ACCEPTANCE);

    /** Odds of acts that are no commitment are so much better than the regression says. */
    private static final double RARE = 1.8;

    private final @Nullable Model model;
    private final String digest;

    public Judge(@Nullable Model model) {
        this(model, "rules");
    }

    private Judge(@Nullable Model model, String digest) {
        this.model = model;
        this.digest = digest;
    }

    /** Hash of the model file; {@code rules} without one. */
    public String digest() {
        return digest;
    }

    /** Loaded once; without a model where the resource is missing. */
    private static final class Shared {
        static final Judge SHIPPED = read();

        private static Judge read() {
            try (InputStream in = Judge.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    return rulesOnly();
                }
                byte[] file = in.readAllBytes();
                CRC32 crc = new CRC32();
                crc.update(file);
                return new Judge(
                        Model.read(new ByteArrayInputStream(file)),
                        Long.toHexString(crc.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The judge with the model shipped in this module. */
    public static Judge shipped() {
        return Shared.SHIPPED;
    }

    /** Rules alone. */
    public static Judge rulesOnly() {
        return new Judge(null);
    }

    public List<@Nullable Verdict> judge(List<Unit> units, Past past) {
        List<@Nullable Verdict> verdicts = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            verdicts.add(
                    unit.rules().isEmpty()
                            ? null
                            : model == null ? byRules(unit) : byModel(model, units, i, past));
        }
        return verdicts;
    }

    /** What the model weighed in a unit; nothing without a model, or where no rule fired. */
    public List<Weighing> weigh(List<Unit> units, int i, Past past) {
        if (model == null || units.get(i).rules().isEmpty()) {
            return List.of();
        }
        Verdict verdict = byModel(model, units, i, past);
        List<String> features = Features.of(units, i, past);
        double[] p = model.judge(features);
        int shown = -1;
        for (int o = 0; o < p.length; o++) {
            Act act = actOf(model.outcomes().get(o));
            boolean fits = act != null && (verdict == null || act == verdict.act());
            if (fits && (shown < 0 || p[o] > p[shown])) {
                shown = o;
            }
        }
        return shown < 0 ? List.of() : List.of(model.weigh(features, shown));
    }

    private static @Nullable Verdict byRules(Unit unit) {
        Rule best = null;
        double against = 0;
        for (Rule rule : unit.rules()) {
            if (rule.act() == Act.LOOKALIKE) {
                against = Math.max(against, rule.confidence());
            } else if (best == null || rule.confidence() > best.confidence()) {
                best = rule;
            }
        }
        if (best == null) {
            return null;
        }
        double confidence = best.confidence() * (1 - against);
        return confidence < LEAST ? null : new Verdict(best.act(), confidence, best, null);
    }

    private static @Nullable Verdict byModel(Model model, List<Unit> units, int i, Past past) {
        double[] p = model.judge(Features.of(units, i, past));
        Map<Act, Double> scores = scores(model, p);
        lift(scores, units.get(i));
        Act act = null;
        double most = 0;
        for (Act each : Act.values()) {
            double score = scores.getOrDefault(each, 0.0);
            // Promise and acceptance are one question to whoever counts on them.
            double whole = COMMITS.contains(each) ? committed(scores) : score;
            boolean better =
                    whole > most
                            || whole == most
                                    && act != null
                                    && score > scores.getOrDefault(act, 0.0);
            if (better && strongest(units.get(i), each) != null) {
                act = each;
                most = whole;
            }
        }
        boolean commits = act != null && COMMITS.contains(act);
        double confidence = commits ? Math.min(most, ceiling(units.get(i))) : calibrated(most);
        if (act == null || confidence < LEAST) {
            return null;
        }
        Rule rule = Objects.requireNonNull(strongest(units.get(i), act));
        return new Verdict(act, Math.min(1, confidence), rule, label(model, p, act));
    }

    /**
     * What is rare in training comes out too low: on text kept back, half of what is neither
     * promise nor acceptance was right at a third.
     */
    private static double calibrated(double p) {
        return p * RARE / (p * RARE + 1 - p);
    }

    /**
     * Text for training is written by people who avoid the obvious, so “I will …” is rarer in it
     * than in mail: a plain statement with nothing against it keeps its worth.
     */
    private static void lift(Map<Act, Double> scores, Unit unit) {
        double floor = 0;
        for (Rule rule : unit.rules()) {
            if (rule.act() == Act.LOOKALIKE) {
                return;
            }
            floor = Math.max(floor, COMMITS.contains(rule.act()) ? rule.atLeast() : 0);
        }
        double missing = floor - committed(scores);
        if (missing > 0) {
            scores.merge(Act.PROMISE, missing, Double::sum);
            double rest = 1 - floor;
            scores.replaceAll((act, s) -> COMMITS.contains(act) ? s : Math.min(s, rest));
        }
    }

    private static double ceiling(Unit unit) {
        return unit.rules().stream().mapToDouble(Rule::atMost).min().orElse(1);
    }

    private static double committed(Map<Act, Double> scores) {
        return scores.getOrDefault(Act.PROMISE, 0.0) + scores.getOrDefault(Act.ACCEPTANCE, 0.0);
    }

    private static Map<Act, Double> scores(Model model, double[] p) {
        Map<Act, Double> scores = new EnumMap<>(Act.class);
        for (int o = 0; o < p.length; o++) {
            Act act = actOf(model.outcomes().get(o));
            if (act != null) {
                scores.merge(act, p[o], Double::sum);
            }
        }
        return scores;
    }

    /** The likeliest finer kind of an act; absent where it has none. */
    private static @Nullable String label(Model model, double[] p, Act act) {
        String label = null;
        double top = 0;
        for (int o = 0; o < p.length; o++) {
            if (actOf(model.outcomes().get(o)) == act && p[o] > top) {
                top = p[o];
                label = labelOf(model.outcomes().get(o));
            }
        }
        return label;
    }

    /**
     * The rule that names a candidate of this act; an acceptance may be named by what was found as
     * a promise where something was asked.
     */
    private static @Nullable Rule strongest(Unit unit, Act act) {
        Rule best = null;
        for (Rule rule : unit.rules()) {
            boolean fits =
                    rule.act() == act
                            || act == Act.ACCEPTANCE
                                    && rule.act() == Act.PROMISE
                                    && unit.is(Flag.ASKED);
            if (fits && (best == null || rule.confidence() > best.confidence())) {
                best = rule;
            }
        }
        return act == Act.LOOKALIKE ? null : best;
    }

    /** “scope/limit” is a scope statement. */
    public static @Nullable Act actOf(String outcome) {
        int slash = outcome.indexOf('/');
        String act = slash < 0 ? outcome : outcome.substring(0, slash);
        return act.equals("none") ? null : Act.valueOf(act.toUpperCase(Locale.ROOT));
    }

    private static @Nullable String labelOf(String outcome) {
        int slash = outcome.indexOf('/');
        return slash < 0 ? null : outcome.substring(slash + 1);
    }
}
