package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives a draft the time that bounds it: one with a direction word first, then one that is a
 * deadline, then the last. A time inside the condition is the condition's; what repeats is no due;
 * a start (“from Monday”) is none either.
 */
final class AttachTimes implements Refiner {
    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            List<TimeExpression> times = times(draft, scene);
            String every =
                    times.stream()
                            .map(TimeExpression::recurrence)
                            .filter(r -> r != null)
                            .findFirst()
                            .orElse(null);
            refined.add(draft.due(due(draft, times, scene), every));
        }
        return refined;
    }

    private static List<TimeExpression> times(Draft draft, Scene scene) {
        List<TimeExpression> times = new ArrayList<>();
        for (Unit unit : scene.units()) {
            for (TimeExpression time : unit.times()) {
                if (time.start() >= draft.start() && time.end() <= draft.end()) {
                    times.add(time);
                }
            }
        }
        return times;
    }

    private static @Nullable Due due(Draft draft, List<TimeExpression> times, Scene scene) {
        TimeExpression best = null;
        int rank = 0;
        for (TimeExpression time : times) {
            int r = rank(time, draft, scene);
            if (r >= rank && r > 0) {
                best = time;
                rank = r;
            }
        }
        return best == null ? null : best.toDue();
    }

    private static int rank(TimeExpression time, Draft draft, Scene scene) {
        boolean bare = time.at() == null && time.anchor() == null;
        if (bare
                || time.recurrence() != null
                || time.bound() == Bound.FROM
                || time.bound() == Bound.AFTER && time.at() != null) {
            return 0;
        }
        if (time.at() != null
                && time.at().isBefore(scene.signal().saidAt())
                && time.grain() != Grain.DAY) {
            return 0;
        }
        if (draft.condition() != null && inCondition(time, draft, scene)) {
            return 0;
        }
        return switch (time.bound()) {
            case BY, BEFORE, UNTIL, WITHIN -> 3;
            case ON, NONE -> time.deadline() ? 2 : 1;
            case FROM, AFTER -> time.deadline() ? 1 : 0;
        };
    }

    private static boolean inCondition(TimeExpression time, Draft draft, Scene scene) {
        String condition = draft.condition();
        int at = condition == null ? -1 : scene.signal().text().indexOf(condition, draft.start());
        return at >= 0
                && condition != null
                && time.start() >= at
                && time.end() <= at + condition.length();
    }
}
