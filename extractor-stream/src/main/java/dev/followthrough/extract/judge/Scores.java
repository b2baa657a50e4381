package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;

/** How likely each act is of one unit. Not thread-safe. */
final class Scores {
    private static final Act[] ACTS = Act.values();
    private static final EnumSet<Act> COMMITS = EnumSet.of(Act.PROMISE, Act.ACCEPTANCE);

    private final double[] byAct = new double[ACTS.length];

    private Scores() {}

    /** The outcomes of each act together. */
    static Scores of(List<Outcome> outcomes, double[] p) {
        Scores scores = new Scores();
        for (int o = 0; o < p.length; o++) {
            Act act = outcomes.get(o).act();
            if (act != null) {
                scores.byAct[act.ordinal()] += p[o];
            }
        }
        return scores;
    }

    /** Promise and acceptance are one question to whoever counts on them. */
    static boolean commits(Act act) {
        return COMMITS.contains(act);
    }

    double of(Act act) {
        return byAct[act.ordinal()];
    }

    /** Of a promise or an acceptance. */
    double committed() {
        return of(Act.PROMISE) + of(Act.ACCEPTANCE);
    }

    /**
     * An acceptance is so likely, whatever was thought of it before; the other acts, and nothing at
     * all, share what is left as they did.
     */
    void accept(double p) {
        double before = of(Act.ACCEPTANCE);
        double left = before < 1 ? (1 - p) / (1 - before) : 0;
        for (Act each : ACTS) {
            byAct[each.ordinal()] *= left;
        }
        byAct[Act.ACCEPTANCE.ordinal()] = p;
    }

    /**
     * Text for training is written by people who avoid the obvious, so “I will …” is rarer in it
     * than in mail: a plain statement with nothing against it keeps its worth. So does one date
     * that takes another's place, which words of promises outweigh else.
     */
    void lift(Unit unit) {
        Rule surest = surest(unit);
        if (surest == null) {
            return;
        }
        boolean commits = commits(surest.act());
        Act act = commits ? Act.PROMISE : surest.act();
        double worth = commits ? committed() : of(act);
        if (worth < surest.atLeast()) {
            for (Act each : ACTS) {
                if (each != act && !(commits && commits(each))) {
                    byAct[each.ordinal()] = Math.min(of(each), 1 - surest.atLeast());
                }
            }
            byAct[act.ordinal()] += surest.atLeast() - worth;
        }
    }

    /**
     * The rule of most worth whatever the model says; a promise before a date that moves, since “I
     * will … on Friday, not Monday” binds anew. A promise is not lifted beside a lookalike, nor
     * where it was spoken to nobody and without a time: there “I'll …” is as often a joke, or done
     * while it is said.
     */
    private static @Nullable Rule surest(Unit unit) {
        boolean doubted = unit.is(Flag.SPOKEN) && !unit.is(Flag.TIME) && !unit.is(Flag.TO_HEARER);
        for (Rule rule : unit.rules()) {
            doubted |= rule.act() == Act.LOOKALIKE;
        }
        Rule promise = null;
        Rule other = null;
        for (Rule rule : unit.rules()) {
            if (!commits(rule.act())) {
                other = surer(rule, other);
            } else if (!doubted) {
                promise = surer(rule, promise);
            }
        }
        return promise == null ? other : promise;
    }

    private static @Nullable Rule surer(Rule rule, @Nullable Rule than) {
        return rule.atLeast() > (than == null ? 0 : than.atLeast()) ? rule : than;
    }
}
