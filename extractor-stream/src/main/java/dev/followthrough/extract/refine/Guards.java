package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;

import java.util.List;

/**
 * Drops what was measured safe to drop whatever a model says: a question promises nothing (6 of 471
 * in talk and deals), unless it is an offer (“shall I …?”), and nothing inside quotation marks
 * binds the one who quotes.
 */
final class Guards implements Refiner {
    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        return drafts.stream().filter(d -> !vetoed(d)).toList();
    }

    private static boolean vetoed(Draft draft) {
        boolean binds = draft.act() == Act.PROMISE || draft.act() == Act.ACCEPTANCE;
        if (!binds) {
            return false;
        }
        boolean offer =
                draft.unit().slots().doer() == DoerKind.I
                        || draft.unit().slots().doer() == DoerKind.WE;
        boolean question = draft.unit().is(Flag.QUESTION) && !offer;
        return question && draft.verdict().confidence() < 0.75
                || draft.unit().is(Flag.QUOTED) && draft.verdict().confidence() < 0.9;
    }
}
