package dev.followthrough.ingest.receiver.event;

import com.fasterxml.jackson.core.JsonPointer;

import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where in a tool's JSON the parts of a signal stand, as declared for one source.
 *
 * @param name of the source, part of every id made here
 * @param source whose topic: support or event
 * @param items where the events of one call stand; the document itself by default
 * @param when what must stand at a pointer for an item to be kept
 * @param text several are lines of one text
 */
record EventFields(
        String name,
        Source source,
        SignalKind kind,
        JsonPointer items,
        Map<JsonPointer, String> when,
        JsonPointer id,
        @Nullable JsonPointer conversation,
        @Nullable JsonPointer replyTo,
        @Nullable JsonPointer revision,
        @Nullable JsonPointer deleted,
        JsonPointer at,
        ZoneId zone,
        List<JsonPointer> text,
        Author author,
        @Nullable JsonPointer account,
        @Nullable JsonPointer deal,
        @Nullable JsonPointer link,
        @Nullable JsonPointer permalink,
        @Nullable JsonPointer audience,
        @Nullable JsonPointer attachments,
        Task task) {
    /**
     * Who spoke.
     *
     * @param ours true there means that the author is one of us, false the customer's
     * @param side of authors about whom {@code ours} says nothing
     */
    record Author(
            @Nullable JsonPointer id,
            @Nullable JsonPointer name,
            @Nullable JsonPointer email,
            @Nullable JsonPointer ours,
            Side side) {}

    /**
     * What a task says in fields of its own.
     *
     * @param completed statuses that mean done, lower case
     */
    record Task(
            @Nullable JsonPointer status,
            Set<String> completed,
            @Nullable JsonPointer due,
            @Nullable JsonPointer assignee) {
        Task {
            completed = Set.copyOf(completed);
        }

        boolean isDeclared() {
            return status != null || due != null || assignee != null;
        }
    }

    EventFields {
        when = Map.copyOf(when);
        text = List.copyOf(text);
    }
}
