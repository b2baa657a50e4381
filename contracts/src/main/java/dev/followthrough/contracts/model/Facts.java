package dev.followthrough.contracts.model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a source states in fields of its own rather than in words.
 *
 * @param taskStatus the source's task status, lower case: {@code completed}, {@code not_started} …
 * @param taskDue when the task is due at the source
 * @param assignee who the task is assigned to
 * @param attachments names of attached files; their content is not read
 * @param reaction the emoji's short name, on signals of kind {@link SignalKind#REACTION}
 * @param target what was reacted to
 */
public record Facts(
        @Nullable String taskStatus,
        @Nullable Instant taskDue,
        @Nullable Party assignee,
        List<String> attachments,
        @Nullable String reaction,
        @Nullable SignalId target) {
    public static final Facts NONE = new Facts(null, null, null, List.of(), null, null);

    public Facts {
        attachments = Check.list(attachments);
    }

    public static Facts attachments(List<String> names) {
        return new Facts(null, null, null, names, null, null);
    }

    public static Facts task(String status, @Nullable Instant due, @Nullable Party assignee) {
        return new Facts(status, due, assignee, List.of(), null, null);
    }

    public static Facts reaction(String name, SignalId target) {
        return new Facts(null, null, null, List.of(), name, target);
    }
}
