package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Joins neighbouring clauses of one sentence that say one thing: the same act, and the second adds
 * no doer or time of its own.
 */
final class MergeNeighbours implements Refiner {
    private static final Set<DoerKind> DEPENDENT =
            Set.of(DoerKind.DROPPED, DoerKind.NONE, DoerKind.IMPERATIVE);

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> merged = new ArrayList<>();
        for (Draft draft : drafts) {
            Draft before = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (before != null && isOne(before, draft)) {
                Draft lead =
                        before.verdict().confidence() >= draft.verdict().confidence()
                                ? before
                                : draft;
                merged.set(merged.size() - 1, lead.spanning(before.start(), draft.end()));
            } else {
                merged.add(draft);
            }
        }
        return merged;
    }

    private static boolean isOne(Draft a, Draft b) {
        if (a.unit().clause().sentence() != b.unit().clause().sentence()) {
            return false;
        }
        boolean follow =
                Set.of(Act.PROMISE, Act.ACCEPTANCE)
                        .containsAll(
                                Set.of(a.act()).equals(Set.of(b.act()))
                                        ? Set.of(a.act())
                                        : Set.of(a.act(), b.act()));
        if (a.act() != b.act() && !follow) {
            return false;
        }
        if (!follow) {
            return true;
        }
        boolean times = a.unit().is(Flag.TIME) && b.unit().is(Flag.TIME);
        boolean dependent = DEPENDENT.contains(b.unit().slots().doer());
        return !times && (dependent || a.act() == Act.ACCEPTANCE && a.unit().tokens().size() <= 4);
    }
}
