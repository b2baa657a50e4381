package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Tense;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.rules.Lexicon;
import dev.followthrough.extract.rules.RuleSet;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;

/**
 * Drops what is safe to drop whatever a model says: a question promises nothing (6 of 471 in talk
 * and deals), unless it is an offer (“shall I …?”), nothing inside quotation marks binds the one
 * who quotes, what the hearer must do is no promise of the speaker, and what is late or nearly done
 * is not done.
 */
final class Guards implements Refiner {
    /** Says that something was done by nothing but its tense or a form of “be”. */
    private static final String MERE_STATE = "fulfilment.hint";

    private static final String LATE = "rescheduling.late";

    /** From the main verb on, as far as “your responsibility to” goes. */
    private static final int DUTY = 3;

    private final Lexicon duties = RuleSet.english().lexicon("hearer-duty");
    private final Lexicon told = RuleSet.english().lexicon("hearer-told");
    private final Lexicon unfinished = RuleSet.english().lexicon("unfinished");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        return drafts.stream().filter(d -> !vetoed(d)).toList();
    }

    private boolean vetoed(Draft draft) {
        return switch (draft.act()) {
            case PROMISE ->
                    bindsNobody(draft) || isHearersDuty(draft.unit()) || isBrokenOff(draft.unit());
            case ACCEPTANCE -> bindsNobody(draft);
            case FULFILMENT ->
                    draft.verdict().rule().id().equals(MERE_STATE) && isUnfinished(draft.unit());
            case REQUEST,
                    RESCHEDULING,
                    REASSIGNMENT,
                    WITHDRAWAL,
                    MILESTONE,
                    SCOPE,
                    CONTEXT,
                    LOOKALIKE ->
                    false;
        };
    }

    private static boolean bindsNobody(Draft draft) {
        DoerKind doer = draft.unit().slots().doer();
        boolean offer = doer == DoerKind.I || doer == DoerKind.WE;
        boolean question = draft.unit().is(Flag.QUESTION) && !offer;
        return question && draft.verdict().confidence() < 0.75
                || draft.unit().is(Flag.QUOTED) && draft.verdict().confidence() < 0.9;
    }

    /**
     * “You'll have to open the firewall”, “it's your job to …”; but not “I'll make sure you have
     * it”, nor “you'll have all that you need to start”, where the duty is not the main clause's.
     */
    private boolean isHearersDuty(Unit unit) {
        Slots slots = unit.slots();
        int to = Math.min(unit.tokens().size(), slots.verbAt() + DUTY);
        if (slots.doer() == DoerKind.I || slots.doer() == DoerKind.WE || to <= slots.head()) {
            return false;
        }
        List<Token> main = unit.tokens().subList(slots.head(), to);
        // “you shall have our half by Thursday” gives; “you shall pay” binds
        boolean given =
                slots.modal() != null
                        && slots.modal().equals("shall")
                        && TitleWords.RECEIVE.contains(slots.verb());
        return unit.is(Flag.HEARER_DUTY) && !given && duties.occursIn(main)
                || slots.doer() == DoerKind.YOU && told.occursIn(main);
    }

    /** “I'll, um …”: said again in the next clause. */
    private static boolean isBrokenOff(Unit unit) {
        String last = "";
        for (Token token : unit.tokens()) {
            boolean says = token.isWord() && !Words.in(token.lower(), "um|uh|er|erm|like");
            last = says ? token.lower() : last;
        }
        return last.equals("'ll");
    }

    /** “Is stuck”, “hasn't arrived”, “was delayed”; but not “left this morning, four days late”. */
    private boolean isUnfinished(Unit unit) {
        Slots slots = unit.slots();
        boolean past = slots.tense() == Tense.PAST || slots.tense() == Tense.PERFECT;
        boolean did = past && !slots.verb().equals("be") && isDeed(unit.tokens(), slots.verbAt());
        boolean late = unit.rules().stream().anyMatch(rule -> rule.id().equals(LATE));
        boolean denied =
                unit.is(Flag.NEGATED)
                        && unit.tokens().stream()
                                .anyMatch(token -> Words.in(token.lower(), "not|n't|never"));
        return denied || !did && (late || unfinished.occursIn(unit.tokens()));
    }

    /** Neither “delayed” nor “later than planned”. */
    private boolean isDeed(List<Token> tokens, int verbAt) {
        boolean compared =
                tokens.subList(0, verbAt).stream().anyMatch(token -> token.lower().equals("than"));
        return !compared && !unfinished.holds(tokens.get(verbAt));
    }
}
