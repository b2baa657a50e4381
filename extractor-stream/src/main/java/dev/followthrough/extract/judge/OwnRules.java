package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Rule;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives a company's own rules their word after the judge, which was trained without them: a
 * lookalike of theirs takes away, else a rule of theirs counts by its {@code at-least} wherever the
 * judge was less sure. A unit without an own rule keeps its verdict. Pure.
 */
public final class OwnRules {
    private OwnRules() {}

    /** The verdicts with own rules heard; units and verdicts stand side by side. */
    public static List<List<Verdict>> hear(List<Unit> units, List<List<Verdict>> verdicts) {
        List<List<Verdict>> heard = new ArrayList<>(verdicts.size());
        for (int i = 0; i < units.size(); i++) {
            heard.add(hear(units.get(i), verdicts.get(i)));
        }
        return heard;
    }

    private static List<Verdict> hear(Unit unit, List<Verdict> verdicts) {
        List<Verdict> heard = new ArrayList<>();
        for (Head head : Head.values()) {
            Verdict verdict = hear(head, unit, of(head, verdicts));
            if (verdict != null) {
                heard.add(verdict);
            }
        }
        return heard;
    }

    private static @Nullable Verdict of(Head head, List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (head.decides(verdict.act())) {
                return verdict;
            }
        }
        return null;
    }

    private static @Nullable Verdict hear(Head head, Unit unit, @Nullable Verdict verdict) {
        Rule best = null;
        double most = 1;
        boolean lookalike = false;
        for (Rule rule : unit.rules()) {
            lookalike |= rule.act() == Act.LOOKALIKE;
            boolean counts = rule.own() && head.decides(rule.act());
            if (rule.own() && rule.act() == Act.LOOKALIKE) {
                most = Math.min(most, rule.atMost());
            } else if (counts && (best == null || rule.atLeast() > best.atLeast())) {
                best = rule;
            }
        }
        if (most < 1) {
            return verdict == null ? null : atMost(verdict, most);
        }
        return best == null || lookalike ? verdict : atLeast(verdict, best);
    }

    private static @Nullable Verdict atMost(Verdict verdict, double most) {
        double confidence = Math.min(verdict.confidence(), most);
        return confidence < Judge.LEAST
                ? null
                : new Verdict(
                        verdict.act(),
                        confidence,
                        verdict.rule(),
                        verdict.label(),
                        verdict.asked());
    }

    private static @Nullable Verdict atLeast(@Nullable Verdict verdict, Rule rule) {
        boolean surer = verdict != null && verdict.confidence() >= rule.atLeast();
        if (surer || rule.atLeast() < Judge.LEAST) {
            return verdict;
        }
        return new Verdict(rule.act(), rule.atLeast(), rule, null);
    }
}
