package dev.followthrough.extract.train;

import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.judge.Features;
import dev.followthrough.extract.judge.Head;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.time.TimeContext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns samples into lessons. A label teaches the unit that holds most of it; further units that it
 * touches teach nothing, because they are neither the thing nor its absence. Units in which no rule
 * fired teach nothing either: the judge is never asked about them.
 */
final class Lessons {
    private final Judge judge;
    private final Extractor extractor;

    /** The same samples are read for every fold that is left out. */
    private final IdentityHashMap<Sample, List<Lesson>> known = new IdentityHashMap<>();

    /**
     * @param judge reads the turns before, and says where an outcome nobody looked for may stand
     */
    Lessons(Judge judge) {
        this.judge = judge;
        this.extractor = new Extractor(judge);
    }

    List<Lesson> of(List<Sample> samples) {
        List<Lesson> lessons = new ArrayList<>();
        for (Sample sample : samples) {
            lessons.addAll(known.computeIfAbsent(sample, this::read));
        }
        return lessons;
    }

    private List<Lesson> read(Sample sample) {
        List<Lesson> lessons = new ArrayList<>();
        Scene scene =
                extractor.scene(
                        sample.signal(),
                        sample.context(),
                        TimeContext.of(sample.signal().saidAt(), sample.signal().zone()));
        List<Unit> units = scene.units();
        Map<Head, String[]> outcomes = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            outcomes.put(head, outcomes(head, units, sample.labels()));
        }
        List<List<Verdict>> verdicts =
                sample.open().isEmpty() ? List.of() : judge.judge(units, scene.past());
        PairLessons pairs = new PairLessons(scene, sample.labels());
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).rules().isEmpty()) {
                continue;
            }
            Map<Head, String> taught = new EnumMap<>(Head.class);
            List<Verdict> found = verdicts.isEmpty() ? List.of() : verdicts.get(i);
            int at = i;
            outcomes.forEach((head, all) -> teach(head, all[at], found, sample, taught));
            lessons.add(
                    new Lesson(
                            taught,
                            Features.of(units, i, scene.past()),
                            pairs.of(i, taught.get(Head.SPEECH))));
        }
        return lessons;
    }

    /** Where nobody looked for what the judge finds, its absence is not taught. */
    private static void teach(
            Head head,
            String outcome,
            List<Verdict> found,
            Sample sample,
            Map<Head, String> taught) {
        boolean unlooked =
                outcome.equals(Label.NONE)
                        && found.stream().anyMatch(v -> head.decides(v.act()) && isOpen(v, sample));
        if (!unlooked && !outcome.equals(Label.IGNORE)) {
            taught.put(head, outcome);
        }
    }

    private static boolean isOpen(Verdict verdict, Sample sample) {
        return sample.open().contains(verdict.act().name().toLowerCase(Locale.ROOT));
    }

    static String[] outcomes(Head head, List<Unit> units, List<Label> labels) {
        String[] outcomes = new String[units.size()];
        Arrays.fill(outcomes, Label.NONE);
        for (Label label : labels) {
            boolean unsure = label.outcome().equals(Label.IGNORE) && head == Head.SPEECH;
            if (unsure || head.answers(label.outcome())) {
                mark(label, units, outcomes);
            }
        }
        return outcomes;
    }

    private static void mark(Label label, List<Unit> units, String[] outcomes) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < outcomes.length; i++) {
            int shared = label.shared(units.get(i).clause().start(), units.get(i).clause().end());
            if (shared > 0 && outcomes[i].equals(Label.NONE)) {
                outcomes[i] = Label.IGNORE;
            }
            if (shared > most) {
                best = i;
                most = shared;
            }
        }
        if (best >= 0 && outcomes[best].equals(Label.IGNORE)) {
            outcomes[best] = label.outcome();
        }
    }
}
