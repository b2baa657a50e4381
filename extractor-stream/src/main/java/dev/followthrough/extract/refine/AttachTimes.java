package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.Clause;
import dev.followthrough.extract.time.Bound;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives a draft the time that bounds it: the best of its own ({@link TimeRank}), else the one that
 * stands right beside it ({@link TimesBeside}). A time inside the condition is the condition's, one
 * in the hearer's part ({@link HearersPart}) the hearer's, and a length behind a condition counts
 * from it; what repeats is no due; a start (“from Monday”) is none either.
 */
final class AttachTimes implements Refiner {
    /** What may take its time from the words beside it: what somebody owes or is asked. */
    private static final Set<Act> OWED = EnumSet.of(Act.PROMISE, Act.ACCEPTANCE, Act.REQUEST);

    /** “If” may never come true; these mostly do. */
    private static final Pattern AWAITS =
            Pattern.compile("^(?:once|when|as soon as) ", Pattern.CASE_INSENSITIVE);

    private static final Pattern EACH =
            Pattern.compile("\\b(?:each|every)\\b", Pattern.CASE_INSENSITIVE);

    /** What stands between the times of a list. */
    private static final Set<String> LISTS = Set.of("and", "or", "/", "&", ", or", ", and");

    /** How far behind the event the words stand that lead to its date, in characters. */
    private static final int WORKED_OUT_WITHIN = 40;

    /** What stands between an event and the date it falls on. */
    private static final Set<String> WORKED_OUT =
            Set.of(
                    "so",
                    "so that's",
                    "so that’s",
                    "that's",
                    "that’s",
                    "that is",
                    "which is",
                    "i.e.");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            List<TimeExpression> times = within(draft, scene);
            Due due = best(draft, leading(times, draft), scene);
            due = due == null ? best(draft, times, scene) : due;
            String every = repetition(times);
            boolean bare = due == null && every == null && OWED.contains(draft.act());
            TimeExpression near = bare ? TimesBeside.find(draft, drafts, scene) : null;
            due = near == null ? due : near.toDue();
            refined.add(draft.due(due == null ? awaited(draft, scene) : due, every));
        }
        return refined;
    }

    /** “Once the SOW is back”: whoever waits for an event is bound by its coming. */
    private static @Nullable Due awaited(Draft draft, Scene scene) {
        String condition = draft.condition();
        if (condition == null || !OWED.contains(draft.act())) {
            return null;
        }
        String event = AWAITS.matcher(condition).replaceFirst("");
        return event.equals(condition)
                ? null
                : Due.anchored(event, scene.signal().zone(), condition);
    }

    /** Times that begin inside; “by Friday, that's the 24th” may end behind it. */
    private static List<TimeExpression> within(Draft draft, Scene scene) {
        List<TimeExpression> times = new ArrayList<>();
        for (Unit unit : scene.around(draft.start(), draft.end())) {
            for (TimeExpression time : unit.times()) {
                if (time.start() >= draft.start() && time.start() < draft.end()) {
                    times.add(time);
                }
            }
        }
        return times;
    }

    /** Of two clauses in one draft, the times of the one that says most. */
    private static List<TimeExpression> leading(List<TimeExpression> times, Draft draft) {
        Clause clause = draft.unit().clause();
        return times.stream()
                .filter(time -> time.start() >= clause.start() && time.start() < clause.end())
                .toList();
    }

    private static @Nullable String repetition(List<TimeExpression> times) {
        for (TimeExpression time : times) {
            if (time.recurrence() != null) {
                return time.recurrence();
            }
            if (time.anchor() != null && EACH.matcher(time.text()).find()) {
                return time.text();
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

    /** What is moved goes from one day to a later one, whichever is named first. */
    private static boolean replaces(
            TimeExpression time, TimeExpression best, Draft draft, Scene scene) {
        return draft.act() == Act.RESCHEDULING
                ? time.at() != null && best.at() != null && time.at().isAfter(best.at())
                : isListed(best, time, scene);
    }

    /** Of equals the first: what follows says it more exactly, or is another matter. */
    private static @Nullable Due best(Draft draft, List<TimeExpression> times, Scene scene) {
        boolean repeats = repetition(times) != null;
        boolean starts = times.stream().anyMatch(time -> time.bound() == Bound.FROM);
        TimeExpression best = null;
        int rank = 0;
        for (TimeExpression time : times) {
            boolean part = time.grain() == Grain.MINUTE || time.grain() == Grain.PART;
            int r = repeats && part ? 0 : rank(time, draft, times, scene);
            r = starts && r < TimeRank.LIMIT ? 0 : r;
            if (r > rank || r == rank && best != null && replaces(time, best, draft, scene)) {
                best = time;
                rank = r;
            }
        }
        if (best != null && MovedDay.isRange(best, draft)) {
            return MovedDay.due(best, scene.signal());
        }
        return best == null ? null : due(exact(best, scene), draft);
    }

    private static int rank(
            TimeExpression time, Draft draft, List<TimeExpression> times, Scene scene) {
        if (inCondition(time, draft, scene)
                || HearersPart.holds(time, draft, times)
                || MovedDay.isDenied(time, draft)) {
            return 0;
        }
        return MovedDay.isRange(time, draft) ? TimeRank.LIMIT : TimeRank.of(time, scene.signal());
    }

    /** “The day he's back, so the 27th”: the date that a speaker works out from an event. */
    private static TimeExpression exact(TimeExpression best, Scene scene) {
        if (best.at() != null) {
            return best;
        }
        String text = scene.signal().text();
        return scene.around(best.start(), best.end() + WORKED_OUT_WITHIN).stream()
                .flatMap(unit -> unit.times().stream())
                .filter(time -> time.at() != null && time.start() >= best.end())
                .filter(time -> WORKED_OUT.contains(between(text, best, time)))
                .findFirst()
                .orElse(best);
    }

    private static String between(String text, TimeExpression time, TimeExpression next) {
        return text.substring(time.end(), next.start()).strip().replaceAll("[,(–—-]+ *", "");
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
