package dev.followthrough.extract.train;

import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.judge.Features;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.judge.Verdict;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.refine.Scene;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.time.TimeContext;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Turns samples into lessons. A label teaches the unit that holds most of it; further units that it
 * touches teach nothing, because they are neither the thing nor its absence.
 */
final class Lessons {
    private final Judge judge;
    private final Extractor extractor;

    /**
     * @param judge reads the turns before, and says where an outcome nobody looked for may stand
     */
    Lessons(Judge judge) {
        this.judge = judge;
        this.extractor = new Extractor(judge);
    }

    List<Lesson> of(List<Sample> samples) {
        List<Lesson> lessons = new ArrayList<>();
        samples.forEach(sample -> add(sample, lessons));
        return lessons;
    }

    private void add(Sample sample, List<Lesson> lessons) {
        Scene scene =
                extractor.scene(
                        sample.signal(),
                        sample.context(),
                        TimeContext.of(sample.signal().saidAt(), sample.signal().zone()));
        List<Unit> units = scene.units();
        String[] outcomes = outcomes(units, sample.labels());
        List<@Nullable Verdict> verdicts =
                sample.open().isEmpty() ? List.of() : judge.judge(units, scene.past());
        for (int i = 0; i < units.size(); i++) {
            boolean silent =
                    outcomes[i].equals(Label.NONE)
                            && !verdicts.isEmpty()
                            && isOpen(verdicts.get(i), sample);
            if (!silent && !outcomes[i].equals(Label.IGNORE)) {
                lessons.add(new Lesson(outcomes[i], Features.of(units, i, scene.past())));
            }
        }
    }

    private static boolean isOpen(@Nullable Verdict verdict, Sample sample) {
        return verdict != null && sample.open().contains(name(verdict.act()));
    }

    private static String name(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    static String[] outcomes(List<Unit> units, List<Label> labels) {
        String[] outcomes = new String[units.size()];
        java.util.Arrays.fill(outcomes, Label.NONE);
        for (Label label : labels) {
            int best = -1;
            int most = 0;
            for (int i = 0; i < outcomes.length; i++) {
                int shared =
                        label.shared(units.get(i).clause().start(), units.get(i).clause().end());
                if (shared > 0 && outcomes[i].equals(Label.NONE)) {
                    outcomes[i] = Label.IGNORE;
                }
                if (shared > most) {
                    best = i;
                    most = shared;
                }
            }
            boolean free =
                    best >= 0
                            && (outcomes[best].equals(Label.IGNORE)
                                    || outcomes[best].startsWith("context/"));
            if (free) {
                outcomes[best] = label.outcome();
            }
        }
        return outcomes;
    }
}
