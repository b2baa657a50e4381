package dev.followthrough.extract;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.contract.ContractReader;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.OwnRules;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.ClauseParser;
import dev.followthrough.extract.parse.Past;
import dev.followthrough.extract.parse.People;
import dev.followthrough.extract.refine.Refinement;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.time.BusinessCalendar;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeExpression;
import dev.followthrough.extract.time.TimeGrammar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    /** The times of a text by a clock. */
    private record Timed(String text, TimeContext clock, List<TimeExpression> times) {
        static final Timed NOTHING =
                new Timed("", TimeContext.of(Instant.EPOCH, ZoneOffset.UTC), List.of());
    }

    private final Setup setup;
    private final ClauseParser parser;
    private final ContractReader contract;
    private final boolean own;
    private final Memory memory = new Memory(this::alone);
    private Timed last = Timed.NOTHING;

    /** With rules and model as shipped, or on rules alone where it was built without a model. */
    public Extractor() {
        this(Setup.standard());
    }

    /** With another judge: a trainer's, or {@link Judge#rulesOnly()}. */
    public Extractor(Judge judge) {
        this(Setup.standard().with(judge));
    }

    /** With these rules, this judge and this calendar. */
    public Extractor(Setup setup) {
        this.setup = setup;
        this.parser = new ClauseParser(setup.rules());
        this.contract = new ContractReader(setup.rules().contract());
        this.own = !setup.rules().own().isEmpty();
    }

    /** Reads one signal in the light of what was said before it. */
    public Extraction extract(Signal signal, Context context) {
        return extract(signal, context, clock(signal));
    }

    /** When and where a signal was said, by the setup's calendar. */
    public TimeContext clock(Signal signal) {
        return TimeContext.of(signal.saidAt(), signal.zone()).in(setup.calendar());
    }

    /** Reads one signal with times resolved in a context of their own (fiscal year, holidays). */
    public Extraction extract(Signal signal, Context context, TimeContext clock) {
        if (signal.deleted() || signal.text().isBlank()) {
            return Extraction.NOTHING;
        }
        Past past = memory.past(signal, context, clock.calendar());
        List<TimeExpression> times = times(signal, clock, past);
        return new Extraction(
                candidates(signal, context, past, times), contract(signal, clock), times);
    }

    /** The candidates alone. */
    public List<Candidate> candidates(Signal signal, Context context) {
        if (signal.deleted() || signal.text().isBlank()) {
            return List.of();
        }
        TimeContext clock = clock(signal);
        Past past = memory.past(signal, context, clock.calendar());
        return candidates(signal, context, past, times(signal, clock, past));
    }

    private List<Candidate> candidates(
            Signal signal, Context context, Past past, List<TimeExpression> times) {
        Scene scene = scene(signal, context, past, times);
        return Refinement.candidates(scene, verdicts(scene));
    }

    /** What a signal says about the contract itself; what was said before it tells nothing. */
    public List<ContractFact> contract(Signal signal) {
        return contract(signal, clock(signal));
    }

    private List<ContractFact> contract(Signal signal, TimeContext clock) {
        return contract.read(signal, () -> times(signal.text(), clock));
    }

    /** What each unit of a scene is held to be, by every head that has an answer. */
    public List<List<Verdict>> verdicts(Scene scene) {
        List<List<Verdict>> verdicts = setup.judge().judge(scene.units(), scene.past());
        return own ? OwnRules.hear(scene.units(), verdicts) : verdicts;
    }

    /** What the judge sees; for the trainer and for {@code explain}. */
    public Scene scene(Signal signal, Context context, TimeContext clock) {
        Past past = memory.past(signal, context, clock.calendar());
        return scene(signal, context, past, times(signal, clock, past));
    }

    private Scene scene(Signal signal, Context context, Past past, List<TimeExpression> times) {
        People people = People.of(signal, context);
        return new Scene(signal, people, past, parser.parse(signal, firm(times), people, past));
    }

    /** Without “soon” and its like, which bound nothing. */
    private static List<TimeExpression> firm(List<TimeExpression> times) {
        List<TimeExpression> firm = new ArrayList<>(times.size());
        for (TimeExpression time : times) {
            if (!time.isLoose()) {
                firm.add(time);
            }
        }
        return firm;
    }

    private List<TimeExpression> times(Signal signal, TimeContext clock, Past past) {
        LocalDate mentioned = Mentioned.day(Shared.TIMES, past, clock);
        return times(signal.text(), clock.withMentioned(mentioned));
    }

    /** Candidates and contract facts ask for the same times, one after the other. */
    private List<TimeExpression> times(String text, TimeContext clock) {
        if (!last.text().equals(text) || !last.clock().equals(clock)) {
            last = new Timed(text, clock, Shared.TIMES.find(text, clock));
        }
        return last.times();
    }

    /** An earlier turn as it reads by itself. */
    private List<Candidate> alone(Signal signal, BusinessCalendar calendar) {
        TimeContext clock = TimeContext.of(signal.saidAt(), signal.zone()).in(calendar);
        return extract(signal, Context.EMPTY, clock).candidates();
    }

    /** {@link Setup#version()} of what is shipped. */
    public static String rulesVersion() {
        return Setup.standard().version();
    }
}
