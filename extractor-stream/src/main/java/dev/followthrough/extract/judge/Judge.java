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
import java.util.List;
import java.util.Objects;
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
    private static final Act[] ACTS = Act.values();
    private static final Head[] HEADS = Head.values();

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
        FeatureRows rows = models == null ? null : new FeatureRows(models.table().names());
        Acceptances acceptances = acceptances(past);
        for (int i = 0; i < units.size(); i++) {
            boolean asked = !units.get(i).rules().isEmpty();
            verdicts.add(!asked ? List.of() : verdicts(units, i, past, rows, acceptances));
        }
        return verdicts;
    }

    private @Nullable Acceptances acceptances(Past past) {
        PairWeights weights = models == null ? null : models.pairs();
        return weights == null ? null : new Acceptances(past, weights);
    }

    private List<Verdict> verdicts(
            List<Unit> units,
            int i,
            Past past,
            @Nullable FeatureRows rows,
            @Nullable Acceptances acceptances) {
        List<Verdict> verdicts = new ArrayList<>(1);
        Unit unit = units.get(i);
        int[] sums = null;
        for (Head head : HEADS) {
            if (!names(head, unit)) {
                continue;
            }
            if (rows != null && models != null && sums == null) {
                sums = sums(models, rows, units, i, past);
            }
            Verdict verdict =
                    sums == null || models == null
                            ? byRules(head, unit)
                            : byModel(
                                    head,
                                    models.outcomes(head),
                                    models.table().answers(sums, head),
                                    unit,
                                    best(head, acceptances, units, i));
            if (verdict != null) {
                verdicts.add(verdict);
            }
        }
        return verdicts;
    }

    /** What a unit's features weigh. */
    private static int[] sums(Models models, FeatureRows rows, List<Unit> units, int i, Past past) {
        Features.put(units, i, past, rows.begin());
        return models.table().sums(rows);
    }

    /** Whether a rule lets the unit be an acceptance. */
    public static boolean mayAccept(Unit unit) {
        return strongest(unit, Act.ACCEPTANCE) != null;
    }

    /** What the unit accepts most likely, if it accepts anything. */
    private static Acceptances.@Nullable Best best(
            Head head, @Nullable Acceptances acceptances, List<Unit> units, int i) {
        return head == Head.SPEECH && acceptances != null ? acceptances.best(units, i) : null;
    }

    /** Whether any rule names a candidate that the head decides: without one it has no verdict. */
    private static boolean names(Head head, Unit unit) {
        for (Rule rule : unit.rules()) {
            if (head.decides(rule.act())) {
                return true;
            }
        }
        return false;
    }

    /**
     * What each regression weighed in a unit, the likeliest pair last; nothing without models, or
     * where no rule fired.
     */
    public List<Weighing> weigh(List<Unit> units, int i, Past past) {
        List<Weighing> weighings = new ArrayList<>();
        if (models != null && !units.get(i).rules().isEmpty()) {
            List<String> features = Features.of(units, i, past);
            FeatureRows rows = new FeatureRows(models.table().names());
            int[] sums = sums(models, rows, units, i, past);
            Acceptances acceptances = acceptances(past);
            for (Head head : HEADS) {
                double[] p = models.table().answers(sums, head);
                List<Outcome> outcomes = models.outcomes(head);
                Verdict verdict =
                        byModel(head, outcomes, p, units.get(i), best(head, acceptances, units, i));
                int shown = likeliest(outcomes, p, verdict);
                if (shown >= 0) {
                    weighings.add(models.of(head).weigh(features, p, shown));
                }
            }
            Weighing pair =
                    acceptances == null ? null : acceptances.weigh(units, i, models.acceptances());
            if (pair != null) {
                weighings.add(pair);
            }
        }
        return weighings;
    }

    /** The likeliest outcome of the verdict's act, or, where there is none, of any act. */
    private static int likeliest(List<Outcome> outcomes, double[] p, @Nullable Verdict verdict) {
        int shown = -1;
        for (int o = 0; o < p.length; o++) {
            Act act = outcomes.get(o).act();
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
            Head head,
            List<Outcome> outcomes,
            double[] p,
            Unit unit,
            Acceptances.@Nullable Best best) {
        Scores scores = Scores.of(outcomes, p);
        if (best != null) {
            scores.accept(best.p());
        }
        if (head == Head.SPEECH) {
            scores.lift(unit);
        }
        Act act = likeliest(head, scores, unit);
        if (act == null) {
            return null;
        }
        double confidence =
                Scores.commits(act)
                        ? Math.min(Balance.promised(scores.committed(), unit), ceiling(unit))
                        : Balance.of(act, scores.of(act));
        if (confidence < LEAST) {
            return null;
        }
        Rule rule = Objects.requireNonNull(strongest(unit, act));
        return new Verdict(
                act,
                Math.min(1, confidence),
                rule,
                label(outcomes, p, act),
                act == Act.ACCEPTANCE && best != null ? best.asked() : null);
    }

    /** The act that weighs most of those that a rule names. */
    private static @Nullable Act likeliest(Head head, Scores scores, Unit unit) {
        Act act = null;
        double most = 0;
        for (Act each : ACTS) {
            double score = scores.of(each);
            double whole = Scores.commits(each) ? scores.committed() : Balance.weight(each, score);
            boolean better = whole > most || whole == most && act != null && score > scores.of(act);
            if (better && head.decides(each) && strongest(unit, each) != null) {
                act = each;
                most = whole;
            }
        }
        return act;
    }

    private static double ceiling(Unit unit) {
        double ceiling = 1;
        for (Rule rule : unit.rules()) {
            ceiling = Math.min(ceiling, rule.atMost());
        }
        return ceiling;
    }

    /** The likeliest finer kind of an act; absent where it has none. */
    private static @Nullable String label(List<Outcome> outcomes, double[] p, Act act) {
        String label = null;
        double top = 0;
        for (int o = 0; o < p.length; o++) {
            if (outcomes.get(o).act() == act && p[o] > top) {
                top = p[o];
                label = outcomes.get(o).label();
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
