package dev.followthrough.commitments.domain;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.CommitmentEvent.Kind;
import dev.followthrough.contracts.topic.Key;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** What happened to a commitment between two versions of it: ids and fields, never quotes. */
final class Events {
    /** So many of the newest events of a commitment are kept for queries. */
    static final int KEPT = 100;

    private static final int DIGITS = 12;

    private Events() {}

    /** Publishes it, and keeps it with the newest ones of its commitment. */
    static void happened(Draft draft, CommitmentEvent event) {
        String prefix = event.commitment().value() + Key.SEPARATOR;
        long number = last(draft, prefix) + 1;
        draft.put(Table.EVENTS, prefix + padded(number), event);
        if (number >= KEPT) {
            draft.delete(Table.EVENTS, prefix + padded(number - KEPT));
        }
        draft.publish(new Publication.OfEvent(event));
    }

    private static long last(Draft draft, String prefix) {
        List<Row<CommitmentEvent>> newest =
                draft.range(
                        Table.EVENTS, prefix, Tables.after(prefix), Tables.Direction.BACKWARD, 1);
        return newest.isEmpty()
                ? -1
                : Long.parseLong(newest.get(0).key().substring(prefix.length()));
    }

    private static String padded(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    static CommitmentEvent gone(AccountId account, Commitment before, boolean moved) {
        return new CommitmentEvent(
                before.id(),
                account,
                moved ? Kind.MOVED : Kind.RETRACTED,
                List.of(),
                null,
                because(before),
                before.lastActivity());
    }

    static CommitmentEvent now(AccountId account, @Nullable Commitment before, Commitment after) {
        return new CommitmentEvent(
                after.id(),
                account,
                kind(before, after),
                before == null ? List.of() : changed(before, after),
                after.version(),
                because(after),
                after.lastActivity());
    }

    private static Kind kind(@Nullable Commitment before, Commitment after) {
        if (before == null) {
            return Kind.OPENED;
        }
        if (before.state() == after.state()) {
            return Kind.CHANGED;
        }
        return switch (after.state()) {
            case OPEN -> Kind.REOPENED;
            case FULFILLED -> Kind.FULFILLED;
            case WITHDRAWN -> Kind.WITHDRAWN;
            case DISMISSED -> Kind.DISMISSED;
        };
    }

    private static List<String> changed(Commitment before, Commitment after) {
        JsonNode one = Json.tree(before);
        JsonNode other = Json.tree(after);
        TreeSet<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        names.remove("version");
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return new ArrayList<>(names);
    }

    /** The decision or the signal that came last. */
    private static String because(Commitment commitment) {
        Instant last = commitment.lastActivity();
        return commitment.decisions().stream()
                .filter(action -> action.at().equals(last))
                .map(action -> action.id().value())
                .findFirst()
                .orElseGet(
                        () ->
                                commitment
                                        .evidence()
                                        .get(commitment.evidence().size() - 1)
                                        .evidence()
                                        .signal()
                                        .value());
    }
}
