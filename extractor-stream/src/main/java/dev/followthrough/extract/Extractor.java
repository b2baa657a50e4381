package dev.followthrough.extract;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.ClauseParser;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.People;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.refine.Refinement;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeExpression;
import dev.followthrough.extract.time.TimeGrammar;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Finds candidates and times in a signal. Pure and deterministic; holds tools that are not
 * thread-safe, so use one a thread; models and rules are loaded once and shared. Never throws on
 * any text.
 *
 * <p>The way of a text: times → clauses with slots and flags → rules that fire → the judge's
 * verdicts → refiners → candidates.
 */
public final class Extractor {
    private static final class Shared {
        static final TimeGrammar TIMES = TimeGrammar.english();
    }

    private final ClauseParser parser = new ClauseParser(RuleSet.english());
    private final Judge judge;
    private final Memory memory = new Memory(this::alone);

    /** With the model shipped in this module, or on rules alone where it was built without. */
    public Extractor() {
        this(Judge.shipped());
    }

    /** With another judge: a trainer's, or {@link Judge#rulesOnly()}. */
    public Extractor(Judge judge) {
        this.judge = judge;
    }

    /**
     * Reads one signal in the light of what was said before it; the fiscal year is the calendar's.
     */
    public Extraction extract(Signal signal, Context context) {
        return extract(signal, context, TimeContext.of(signal.saidAt(), signal.zone()));
    }

    /** Reads one signal with times resolved in a context of their own (fiscal year, holidays). */
    public Extraction extract(Signal signal, Context context, TimeContext clock) {
        if (signal.deleted() || signal.text().isBlank()) {
            return Extraction.NOTHING;
        }
        Scene scene = scene(signal, context, clock);
        List<@Nullable Verdict> verdicts = judge.judge(scene.units(), scene.past());
        return new Extraction(Refinement.candidates(scene, verdicts), times(signal, clock));
    }

    /** What the judge sees; for the trainer and for {@code explain}. */
    public Scene scene(Signal signal, Context context, TimeContext clock) {
        People people = People.of(signal, context);
        Past past = memory.past(signal, context);
        List<Unit> units = parser.parse(signal.text(), times(signal, clock), people, past);
        return new Scene(signal, people, past, units);
    }

    private static List<TimeExpression> times(Signal signal, TimeContext clock) {
        return Shared.TIMES.find(signal.text(), clock);
    }

    /** An earlier turn as it reads by itself. */
    private List<Candidate> alone(Signal signal) {
        return extract(signal, Context.EMPTY).candidates();
    }

    /** Hash of rules, lexicons and model: changes whenever the same text may read differently. */
    public static String rulesVersion() {
        return RuleSet.english().digest() + "-" + Judge.shipped().digest();
    }
}
