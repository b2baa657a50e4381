package dev.followthrough.commitments.domain;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Grain;
import dev.followthrough.contracts.model.Owner;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the fields stand once people have decided. Text never overrules a decision; a decision
 * yields only to another person's earlier one on the same field that its author had not seen.
 */
record Verdict(
        Owner owner,
        @Nullable Due due,
        List<Due> earlierDues,
        CommitmentState state,
        @Nullable Instant closed,
        @Nullable Instant acknowledged,
        @Nullable Instant snoozedUntil) {

    /** What a decision can be about. */
    private enum Field {
        OWNER,
        STATE,
        SNOOZE,
        ACKNOWLEDGED,
        DUE
    }

    static Verdict of(Story story, List<Action> actions) {
        Map<Field, Action> standing = standing(actions);
        Action state = standing.get(Field.STATE);
        Action due = standing.get(Field.DUE);
        Action snooze = standing.get(Field.SNOOZE);
        Action seen = standing.get(Field.ACKNOWLEDGED);
        CommitmentState end = state == null ? story.state : after(state.kind());
        return new Verdict(
                owner(story, standing.get(Field.OWNER)),
                due == null ? story.due : decided(due, story.due),
                due == null ? story.earlierDues : earlier(story),
                end,
                end == CommitmentState.OPEN ? null : state == null ? story.closed : state.at(),
                seen == null ? null : seen.at(),
                snooze == null ? null : snooze.until());
    }

    private static Map<Field, Action> standing(List<Action> actions) {
        Map<Field, Action> standing = new EnumMap<>(Field.class);
        for (Action action : actions) {
            Field field = field(action.kind());
            Action now = standing.get(field);
            boolean overruled =
                    now != null
                            && !now.by().isSamePersonAs(action.by())
                            && !action.seen().contains(now.id());
            if (!overruled) {
                standing.put(field, action);
            }
        }
        return standing;
    }

    private static Field field(ActionKind kind) {
        return switch (kind) {
            case ASSIGN -> Field.OWNER;
            case DONE, REOPEN, NOT_A_COMMITMENT -> Field.STATE;
            case SNOOZE -> Field.SNOOZE;
            case ACKNOWLEDGE -> Field.ACKNOWLEDGED;
            case SET_DUE -> Field.DUE;
        };
    }

    private static CommitmentState after(ActionKind kind) {
        return switch (kind) {
            case DONE -> CommitmentState.FULFILLED;
            case NOT_A_COMMITMENT -> CommitmentState.DISMISSED;
            case REOPEN, ASSIGN, SNOOZE, ACKNOWLEDGE, SET_DUE -> CommitmentState.OPEN;
        };
    }

    private static Owner owner(Story story, @Nullable Action assign) {
        return assign == null
                ? story.owner
                : new Owner.Assigned(Objects.requireNonNull(assign.assignee()));
    }

    private static Due decided(Action action, @Nullable Due before) {
        ZoneId zone = before == null ? ZoneOffset.UTC : before.zone();
        return Due.at(Objects.requireNonNull(action.until()), Grain.MINUTE, zone, "");
    }

    private static List<Due> earlier(Story story) {
        List<Due> earlier = new ArrayList<>(story.earlierDues);
        if (Dues.hasDate(story.due)) {
            earlier.add(Objects.requireNonNull(story.due));
        }
        return earlier;
    }
}
