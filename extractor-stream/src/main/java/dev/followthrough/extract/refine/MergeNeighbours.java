package dev.followthrough.extract.refine;

import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins neighbours that say one thing: clauses of one sentence with the same act, where the second
 * adds no doer or time of its own; and a short answer with the sentence that says how.
 */
final class MergeNeighbours implements Refiner {
    private static final Set<Act> COMMITS = Set.of(Act.PROMISE, Act.ACCEPTANCE);
    private static final int FEW = 6;

    /** A mark and a blank or two. */
    private static final int ADJACENT = 3;

    /** “, and ”. */
    private static final int CONJOINED = 6;

    private static final Set<String> IT = Set.of("it", "they", "that", "these", "those");

    private static final Set<DoerKind> DEPENDENT =
            Set.of(DoerKind.DROPPED, DoerKind.NONE, DoerKind.IMPERATIVE);

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> merged = new ArrayList<>();
        for (Draft draft : drafts) {
            int at = lastOf(draft, merged);
            Draft before = at < 0 ? null : merged.get(at);
            if (before != null && isOne(before, draft)) {
                merged.set(at, lead(before, draft).spanning(before.start(), draft.end()));
            } else {
                merged.add(draft);
            }
        }
        return merged;
    }

    /** What says more leads; an answer keeps its act, since it has a request to take on. */
    private static Draft lead(Draft a, Draft b) {
        Draft surer = a.verdict().confidence() >= b.verdict().confidence() ? a : b;
        return isTakenOnFirst(a, b) ? b.judged(surer.verdict()).as(Act.ACCEPTANCE) : surer;
    }

    /** The latest that answers the same head: what is scope does not stand between two promises. */
    private static int lastOf(Draft draft, List<Draft> merged) {
        int at = merged.size() - 1;
        while (at >= 0 && Head.of(merged.get(at).act()) != Head.of(draft.act())) {
            at--;
        }
        return at;
    }

    private static boolean isOne(Draft a, Draft b) {
        boolean commits = COMMITS.contains(a.act()) && COMMITS.contains(b.act());
        if (commits && isTakenOnFirst(a, b)) {
            return true;
        }
        if (a.unit().clause().sentence() != b.unit().clause().sentence()) {
            return false;
        }
        if (!commits) {
            return a.act() == b.act();
        }
        boolean times = a.unit().is(Flag.TIME) && b.unit().is(Flag.TIME);
        return !times && (DEPENDENT.contains(b.unit().slots().doer()) || handsIt(a, b));
    }

    /**
     * “I'll write it up, and it's in your inbox on Monday”: the next clause hands the same over.
     */
    private static boolean handsIt(Draft a, Draft b) {
        return a.unit().slots().doer() != DoerKind.THING
                && IT.contains(b.unit().tokens().get(0).lower())
                && b.start() - a.end() <= CONJOINED;
    }

    /** “Leave it with me. You'll have it Friday.”: a few words take it on, the next say how. */
    private static boolean isTakenOnFirst(Draft a, Draft b) {
        return a.act() == Act.ACCEPTANCE
                && a.unit().tokens().size() <= FEW
                && !a.unit().is(Flag.TIME)
                && b.start() - a.end() <= ADJACENT;
    }
}
