package dev.followthrough.extract.judge;

import dev.followthrough.contracts.model.SignalKind;
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
    private static final Set<Act> FOLLOWS = Set.of(Act.PROMISE, Act.ACCEPTANCE);

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

    public List<@Nullable Verdict> judge(List<Unit> units, SignalKind kind, Past past) {
        List<@Nullable Verdict> verdicts = new ArrayList<>(units.size());
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            verdicts.add(
                    unit.rules().isEmpty()
                            ? null
                            : model == null ? byRules(unit) : byModel(model, units, i, kind, past));
        }
        return verdicts;
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

    private static @Nullable Verdict byModel(
            Model model, List<Unit> units, int i, SignalKind kind, Past past) {
        Unit unit = units.get(i);
        double[] p = model.judge(Features.of(units, i, kind, past));
        double best = 0;
        Verdict verdict = null;
        for (Act act : Act.values()) {
            Rule rule = strongest(unit, act);
            if (rule == null) {
                continue;
            }
            double score = 0;
            double top = 0;
            String label = null;
            for (int o = 0; o < p.length; o++) {
                if (actOf(model.outcomes().get(o)) == act) {
                    score += p[o];
                    if (p[o] > top) {
                        top = p[o];
                        label = labelOf(model.outcomes().get(o));
                    }
                }
            }
            if (score > best) {
                best = score;
                verdict = new Verdict(act, score, rule, label);
            }
        }
        return verdict == null ? null : settle(verdict, model, p);
    }

    /**
     * Promise and acceptance are one question to whoever counts on them: their probabilities add.
     */
    private static @Nullable Verdict settle(Verdict verdict, Model model, double[] p) {
        double confidence = verdict.confidence();
        if (FOLLOWS.contains(verdict.act())) {
            confidence = 0;
            for (int o = 0; o < p.length; o++) {
                Act act = actOf(model.outcomes().get(o));
                confidence += act != null && FOLLOWS.contains(act) ? p[o] : 0;
            }
        }
        return confidence < LEAST
                ? null
                : new Verdict(verdict.act(), confidence, verdict.rule(), verdict.label());
    }

    /**
     * The rule that names a candidate of this act; a promise may be named by what was found as an
     * acceptance, and the other way round.
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
        return act.equals("none") ? null : Act.valueOf(act.toUpperCase(java.util.Locale.ROOT));
    }

    private static @Nullable String labelOf(String outcome) {
        int slash = outcome.indexOf('/');
        return slash < 0 ? null : outcome.substring(slash + 1);
    }
}
