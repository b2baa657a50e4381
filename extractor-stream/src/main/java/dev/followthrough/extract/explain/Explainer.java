package dev.followthrough.extract.explain;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.explain.Explanation.Before;
import dev.followthrough.extract.explain.Explanation.FlagSet;
import dev.followthrough.extract.explain.Explanation.OfClause;
import dev.followthrough.extract.explain.Explanation.RuleWords;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.ClauseParser;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.refine.Refinement;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Rule;
import dev.followthrough.extract.rules.Subject;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeGrammar;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text as the extractor does and tells every step. Pure; not thread-safe; never throws on
 * any text. Costs many times what reading does.
 */
public final class Explainer {
    private final Setup setup;
    private final Extractor extractor;
    private final ClauseParser parser;
    private final TimeGrammar times = TimeGrammar.english();

    public Explainer(Setup setup) {
        this.setup = setup;
        this.extractor = setup.extractor();
        this.parser = new ClauseParser(setup.rules());
    }

    /** Explains one signal in the light of what was said before it. */
    public Explanation explain(Signal signal, Context context, TimeContext clock) {
        Scene scene = extractor.scene(signal, context, clock);
        List<List<Verdict>> verdicts = extractor.verdicts(scene);
        List<OfClause> clauses = new ArrayList<>();
        for (int i = 0; i < scene.units().size(); i++) {
            clauses.add(clause(scene, i, verdicts.get(i)));
        }
        Extraction read = extractor.extract(signal, context, clock);
        return new Explanation(
                signal,
                setup.version(),
                scene.past().turns().stream().map(t -> new Before(t.signal(), t.found())).toList(),
                parser.sentences(signal.text(), scene.past()),
                times.inspect(signal.text(), clock),
                clauses,
                Refinement.changes(scene, verdicts),
                read.candidates(),
                read.contract());
    }

    private OfClause clause(Scene scene, int index, List<Verdict> verdicts) {
        Unit unit = scene.units().get(index);
        List<FlagSet> flags = new ArrayList<>();
        for (Flag flag : Flag.values()) {
            if (unit.is(flag)) {
                flags.add(new FlagSet(flag, parser.why(flag, unit)));
            }
        }
        List<RuleWords> standing = rules(scene.signal().text(), unit);
        return new OfClause(
                unit.clause(),
                unit.slots(),
                flags,
                standing.stream().filter(RuleWords::fired).toList(),
                standing.stream().filter(rule -> !rule.fired()).toList(),
                setup.judge().weigh(scene.units(), index, scene.past()),
                verdicts);
    }

    private List<RuleWords> rules(String text, Unit unit) {
        Subject subject = parser.subject(unit);
        List<RuleWords> found = new ArrayList<>();
        for (Rule rule : setup.rules().rules()) {
            Rule.Matched matched = rule.matched(subject);
            if (matched != null) {
                found.add(
                        new RuleWords(
                                rule,
                                words(text, unit, matched),
                                matched.says(),
                                rule.unless().stream().filter(unit::is).sorted().toList(),
                                rule.when().stream().filter(f -> !unit.is(f)).sorted().toList()));
            }
        }
        return found;
    }

    /** A pattern may match between two words. */
    private static String words(String text, Unit unit, Rule.Matched matched) {
        return matched.from() == matched.to()
                ? ""
                : text.substring(
                        unit.tokens().get(matched.from()).start(),
                        unit.tokens().get(matched.to() - 1).end());
    }
}
