package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.rules.RuleSet;

import java.util.List;

/** Texts with a verdict given, so that a refiner is tried whatever the model says. */
final class Drafted {
    private static final Extractor EXTRACTOR = new Extractor();

    private Drafted() {}

    static Scene scene(Signal signal) {
        return EXTRACTOR.scene(signal, Context.EMPTY, EXTRACTOR.clock(signal));
    }

    /** Every clause as what the rule names, as sure as can be. */
    static List<Draft> of(Scene scene, String id) {
        Rule rule =
                RuleSet.english().rules().stream()
                        .filter(r -> r.id().equals(id))
                        .findFirst()
                        .orElseThrow();
        Verdict sure = new Verdict(rule.act(), 0.99, rule, null);
        return scene.units().stream().map(unit -> Draft.of(unit, sure)).toList();
    }
}
