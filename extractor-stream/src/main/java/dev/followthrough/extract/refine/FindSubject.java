package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate.Follow;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.rules.Act;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the earlier promise that a follow-up speaks of: the one sharing most words; with none in
 * common, the one in the turn that is replied to. Undecided stays undecided: the ledger looks
 * further back.
 */
final class FindSubject implements Refiner {
    private static final Set<Act> FOLLOW_UPS =
            Set.of(Act.FULFILMENT, Act.RESCHEDULING, Act.REASSIGNMENT, Act.WITHDRAWAL);

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(
                    FOLLOW_UPS.contains(draft.act())
                            ? draft.about(find(draft, scene.past().turns()))
                            : draft);
        }
        return refined;
    }

    private static @Nullable SignalId find(Draft draft, List<Turn> turns) {
        SignalId best = null;
        int most = 0;
        for (Turn turn : turns) {
            for (Follow promise : turn.promises()) {
                int common =
                        (int) draft.matter().stream().filter(promise.matter()::contains).count();
                int score = common * 2 + (turn.distance() == 0 ? 1 : 0);
                if (score > most) {
                    most = score;
                    best = turn.signal().id();
                }
            }
        }
        return best;
    }
}
