package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Gives a draft the time that bounds it: the best of its own ({@link TimeRank}), else the one that
 * stands right beside it ({@link TimesBeside}). A time inside the condition is the condition's, and
 * a length behind a condition counts from it; what repeats is no due; a start (“from Monday”) is
 * none either.
 */
final class AttachTimes implements Refiner {
    /** What may take its time from the words beside it: what somebody owes or is asked. */
    private static final Set<Act> OWED = EnumSet.of(Act.PROMISE, Act.ACCEPTANCE, Act.REQUEST);

    /** What stands between the times of a list. */
    private static final Set<String> LISTS = Set.of("and", "or", "/", "&", ", or", ", and");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            List<TimeExpression> times = within(draft, scene);
            Due due = best(draft, times, scene);
            String every = repetition(times);
            boolean bare = due == null && every == null && OWED.contains(draft.act());
            TimeExpression near = bare ? TimesBeside.find(draft, drafts, scene) : null;
            refined.add(draft.due(near == null ? due : near.toDue(), every));
        }
        return refined;
    }

    /** Times that begin inside; “by Friday, that's the 24th” may end behind it. */
    private static List<TimeExpression> within(Draft draft, Scene scene) {
        List<TimeExpression> times = new ArrayList<>();
        for (Unit unit : scene.units()) {
            for (TimeExpression time : unit.times()) {
                if (time.start() >= draft.start() && time.start() < draft.end()) {
                    times.add(time);
                }
            }
        }
        return times;
    }

    private static @Nullable String repetition(List<TimeExpression> times) {
        for (TimeExpression time : times) {
            if (time.recurrence() != null) {
                return time.recurrence();
            }
        }
        return null;
    }

    /** “Tuesday or Wednesday”: the later of the two still meets it. */
    private static boolean isListed(TimeExpression time, TimeExpression next, Scene scene) {
        int gap = next.start() - time.end();
        return gap > 0
                && gap <= 6
                && LISTS.contains(
                        scene.signal().text().substring(time.end(), next.start()).strip());
    }

    /** Of equals the first: what follows says it more exactly, or is another matter. */
    private static @Nullable Due best(Draft draft, List<TimeExpression> times, Scene scene) {
        boolean repeats = repetition(times) != null;
        boolean starts = times.stream().anyMatch(time -> time.bound() == Bound.FROM);
        TimeExpression best = null;
        int rank = 0;
        for (TimeExpression time : times) {
            boolean part = time.grain() == Grain.MINUTE || time.grain() == Grain.PART;
            int r =
                    repeats && part || inCondition(time, draft, scene)
                            ? 0
                            : TimeRank.of(time, scene.signal());
            r = starts && r < TimeRank.LIMIT ? 0 : r;
            if (r > rank || r == rank && best != null && isListed(best, time, scene)) {
                best = time;
                rank = r;
            }
        }
        return best == null ? null : due(best, draft);
    }

    /** “If you sign, you have it within a day”: a day after the signature, whenever that is. */
    private static Due due(TimeExpression time, Draft draft) {
        String condition = draft.condition();
        return condition != null && time.isCounted()
                ? Due.anchored(condition, time.zone(), time.text())
                : time.toDue();
    }

    /**
     * Where a condition fills the draft, its end is what follows: “if it holds I sign on Friday”.
     */
    private static boolean inCondition(TimeExpression time, Draft draft, Scene scene) {
        String condition = draft.condition();
        if (condition == null) {
            return false;
        }
        int from = scene.signal().text().indexOf(condition, draft.start());
        int to = from + condition.length();
        boolean whole = from <= draft.start() && to >= draft.end() && time.end() >= draft.end();
        return from >= 0 && !whole && time.start() >= from && time.start() < to;
    }
}
