package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.extract.judge.Verdict;

import java.util.ArrayList;
import java.util.List;

/** The refiners in their order, and why it is this order. */
public final class Refinement {
    private static final List<Refiner> STEPS =
            List.of(
                    // First what is dropped for certain: nothing later may lean on it.
                    new Guards(),
                    // One promise in two clauses is one draft: before times, so that it takes the
                    // times of both.
                    new MergeNeighbours(),
                    // A condition claims its words and its times, so it is cut before times are
                    // given away.
                    new Modalities(),
                    new AttachTimes(),
                    new NameDoer(),
                    // Titles leave out times and conditions, so both must be known.
                    new Title(),
                    // An answer takes words and date from what was asked, where it has none of its
                    // own.
                    new PairAcceptances(),
                    // What is moved, done, given away or taken back: needs the matter.
                    new FindSubject());

    private Refinement() {}

    /** Candidates in the order of their spans; verdicts stand beside the scene's units. */
    public static List<Candidate> candidates(Scene scene, List<List<Verdict>> verdicts) {
        List<Draft> drafts = drafts(scene, verdicts);
        for (Refiner step : STEPS) {
            drafts = step.refine(drafts, scene);
        }
        return Candidates.of(drafts, scene);
    }

    /** What each refiner changed on the way, in their order. */
    public static List<Change> changes(Scene scene, List<List<Verdict>> verdicts) {
        List<Change> changes = new ArrayList<>();
        List<Draft> drafts = drafts(scene, verdicts);
        for (Refiner step : STEPS) {
            List<Draft> refined = step.refine(drafts, scene);
            changes.addAll(Changes.between(step, drafts, refined));
            drafts = refined;
        }
        return changes;
    }

    private static List<Draft> drafts(Scene scene, List<List<Verdict>> verdicts) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            for (Verdict verdict : verdicts.get(i)) {
                drafts.add(Draft.of(scene.units().get(i), verdict));
            }
        }
        return drafts;
    }
}
