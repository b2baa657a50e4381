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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Says of each unit what it is and how sure, a head at a time. With models a regression decides
 * among the acts for which a rule fired; without them the strongest rule does. Immutable, safe to
 * share.
 */
public final class Judge {
    /** What is less sure than this is not worth a line in a reading. */
    public static final double LEAST = 0.3;

    private static final String RESOURCE = "/model/en.model";
    private static final Set<Act> COMMITS = Set.of(Act.PROMISE, Act.ACCEPTANCE);

    /**
     * Where an act that is rarer than promises is as often missed as wrong, measured on text kept
     * back: that probability is given out as one half, so that one threshold serves all acts.
     */
    private static final Map<Act, Double> BALANCE =
            Map.of(
                    Act.REQUEST, 0.35,
                    Act.FULFILMENT, 0.3,
                    Act.RESCHEDULING, 0.28,
                    Act.REASSIGNMENT, 0.1,
                    Act.WITHDRAWAL, 0.18,
                    Act.MILESTONE, 0.3,
                    Act.SCOPE, 0.42,
                    Act.CONTEXT, 0.3);

    private final @Nullable Models models;
    private final String digest;

    public Judge(@Nullable Models models) {
        this(models, "rules");
    }

    private Judge(@Nullable Models models, String digest) {
        this.models = models;
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
                        Models.read(new ByteArrayInputStream(file)),
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

    /** What each unit is held to be, by every head that has an answer. */
    public List<List<Verdict>> judge(List<Unit> units, Past past) {
        List<List<Verdict>> verdicts = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            verdicts.add(units.get(i).rules().isEmpty() ? List.of() : verdicts(units, i, past));
        }
        return verdicts;
    }

    private List<Verdict> verdicts(List<Unit> units, int i, Past past) {
        List<String> features = models == null ? List.of() : Features.of(units, i, past);
        List<Verdict> verdicts = new ArrayList<>(1);
        for (Head head : Head.values()) {
            Verdict verdict =
                    models == null
                            ? byRules(head, units.get(i))
                            : byModel(head, models.of(head), units.get(i), features);
            if (verdict != null) {
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    /** What each head's model weighed in a unit; nothing without models, or where no rule fired. */
    public List<Weighing> weigh(List<Unit> units, int i, Past past) {
        List<Weighing> weighings = new ArrayList<>();
        if (models != null && !units.get(i).rules().isEmpty()) {
            List<String> features = Features.of(units, i, past);
            for (Head head : Head.values()) {
                Model model = models.of(head);
                Verdict verdict = byModel(head, model, units.get(i), features);
                int shown = likeliest(model, features, verdict);
                if (shown >= 0) {
                    weighings.add(model.weigh(features, shown));
                }
            }
        }
        return weighings;
    }

    /** The likeliest outcome of the verdict's act, or, where there is none, of any act. */
    private static int likeliest(Model model, List<String> features, @Nullable Verdict verdict) {
        double[] p = model.judge(features);
        int shown = -1;
        for (int o = 0; o < p.length; o++) {
            Act act = Head.actOf(model.outcomes().get(o));
            boolean fits = act != null && (verdict == null || act == verdict.act());
            if (fits && (shown < 0 || p[o] > p[shown])) {
                shown = o;
            }
        }
        return shown;
    }

    private static @Nullable Verdict byRules(Head head, Unit unit) {
        Rule best = null;
        double against = 0;
        for (Rule rule : unit.rules()) {
            if (rule.act() == Act.LOOKALIKE) {
                against = Math.max(against, rule.confidence());
            } else if (head.decides(rule.act())
                    && (best == null || rule.confidence() > best.confidence())) {
                best = rule;
            }
        }
        if (best == null) {
            return null;
        }
        double confidence = best.confidence() * (1 - against);
        return confidence < LEAST ? null : new Verdict(best.act(), confidence, best, null);
    }

    private static @Nullable Verdict byModel(
            Head head, Model model, Unit unit, List<String> features) {
        double[] p = model.judge(features);
        Map<Act, Double> scores = scores(model, p);
        if (head == Head.SPEECH) {
            lift(scores, unit);
        }
        Act act = likeliest(head, scores, unit);
        if (act == null) {
            return null;
        }
        double confidence =
                COMMITS.contains(act)
                        ? Math.min(committed(scores), ceiling(unit))
                        : balanced(act, scores.getOrDefault(act, 0.0));
        if (confidence < LEAST) {
            return null;
        }
        Rule rule = Objects.requireNonNull(strongest(unit, act));
        return new Verdict(act, Math.min(1, confidence), rule, label(model, p, act));
    }

    /** Promise and acceptance are one question to whoever counts on them. */
    private static @Nullable Act likeliest(Head head, Map<Act, Double> scores, Unit unit) {
        Act act = null;
        double most = 0;
        for (Act each : Act.values()) {
            double score = scores.getOrDefault(each, 0.0);
            double whole = COMMITS.contains(each) ? committed(scores) : score;
            boolean better =
                    whole > most
                            || whole == most
                                    && act != null
                                    && score > scores.getOrDefault(act, 0.0);
            if (better && head.decides(each) && strongest(unit, each) != null) {
                act = each;
                most = whole;
            }
        }
        return act;
    }

    private static double balanced(Act act, double p) {
        double balance = BALANCE.getOrDefault(act, 0.5);
        double odds = p * (1 - balance);
        return odds / (odds + (1 - p) * balance);
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
            Act act = Head.actOf(model.outcomes().get(o));
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
            if (Head.actOf(model.outcomes().get(o)) == act && p[o] > top) {
                top = p[o];
                label = Head.labelOf(model.outcomes().get(o));
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
}
