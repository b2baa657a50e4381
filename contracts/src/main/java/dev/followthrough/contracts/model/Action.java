package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Who decided what about which mention or deal, where and when, having seen which decisions.
 *
 * @param conversation the mention's conversation, which never changes; a deal's is {@code
 *     deal:<id>}
 * @param signal the signal that holds the mention; absent for a decision on a deal
 * @param utterance number of the mention's utterance, as seen by the one who decided
 * @param quote the mention's words, as seen
 * @param by who decided
 * @param seen decisions on the same mention that the person had before their eyes
 * @param assignee for {@link ActionKind#ASSIGN}
 * @param until for {@link ActionKind#SNOOZE} the end, for {@link ActionKind#SET_DUE} the due
 * @param where the interface it came through: {@code slack}, {@code api}
 */
public record Action(
        ActionId id,
        ActionKind kind,
        ConversationId conversation,
        @Nullable SignalId signal,
        int utterance,
        @Nullable String quote,
        Party by,
        Instant at,
        List<ActionId> seen,
        @Nullable Party assignee,
        @Nullable Instant until,
        String where) {
    public Action {
        Check.present("action id", id);
        Check.present("action kind", kind);
        Check.present("conversation of an action", conversation);
        Check.that(utterance >= 0, "utterance of an action", "be 0 or more", utterance);
        Check.present("by of an action", by);
        Check.present("at of an action", at);
        seen = Check.list(seen);
        Check.that(
                kind != ActionKind.ASSIGN || assignee != null,
                "assign action",
                "name an assignee",
                null);
        Check.that(
                (kind != ActionKind.SNOOZE && kind != ActionKind.SET_DUE) || until != null,
                "snooze or set_due action",
                "have an instant in until",
                null);
        Check.text("where of an action", where);
    }
}
