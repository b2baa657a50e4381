package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.extract.Context;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Signals in the order they were said, and who stands in whose context. */
final class Neighbours {
    private static final Duration CONTEXT_AGE = Duration.ofDays(7);

    private final Tables tables;

    Neighbours(Tables tables) {
        this.tables = tables;
    }

    @Nullable Held find(ConversationId conversation, SignalId id) {
        String position = tables.positions().get(Tables.key(conversation.value(), id.value()));
        return position == null ? null : tables.signals().get(position);
    }

    void put(Held held) {
        Signal signal = held.signal();
        tables.signals().put(position(signal), held);
        tables.positions()
                .put(
                        Tables.key(signal.conversation().value(), signal.id().value()),
                        position(signal));
        if (signal.replyTo() != null) {
            tables.replies().put(reply(signal, signal.replyTo()), "");
        }
    }

    void remove(Signal signal) {
        tables.signals().delete(position(signal));
        tables.positions().delete(Tables.key(signal.conversation().value(), signal.id().value()));
        if (signal.replyTo() != null) {
            tables.replies().delete(reply(signal, signal.replyTo()));
        }
    }

    /**
     * The last signals before this one, not older than seven days, and the one it answers. Deleted
     * ones keep their place and say nothing.
     */
    Context contextOf(Signal signal) {
        List<Signal> previous = new ArrayList<>();
        Instant oldest = signal.saidAt().minus(CONTEXT_AGE);
        for (Table.Row<Held> row :
                tables.signals()
                        .scanBack(
                                Tables.prefix(signal.conversation().value()),
                                position(signal),
                                Context.MAX_PREVIOUS)) {
            Signal before = row.value().signal();
            if (!before.saidAt().isBefore(oldest) && speaks(before)) {
                previous.add(before);
            }
        }
        Collections.reverse(previous);
        Held answered =
                signal.replyTo() == null ? null : find(signal.conversation(), signal.replyTo());
        return new Context(
                previous, answered != null && speaks(answered.signal()) ? answered.signal() : null);
    }

    /**
     * The signals whose context holds this one: the next twenty in the week after it, and those
     * that answer it.
     */
    List<Held> whoseContextHolds(Signal signal) {
        List<Held> holders = new ArrayList<>();
        Instant latest = signal.saidAt().plus(CONTEXT_AGE);
        String end = Table.after(Tables.prefix(signal.conversation().value()));
        for (Table.Row<Held> row :
                tables.signals().scan(position(signal) + "\u0000", end, Context.MAX_PREVIOUS)) {
            if (!row.value().signal().saidAt().isAfter(latest)) {
                holders.add(row.value());
            }
        }
        String prefix = Tables.prefix(signal.conversation().value(), signal.id().value());
        for (Table.Row<String> row :
                tables.replies().scan(prefix, Table.after(prefix), Integer.MAX_VALUE)) {
            Held answer =
                    find(signal.conversation(), new SignalId(Key.parse(row.key()).rest().get(1)));
            if (answer != null) {
                holders.add(answer);
            }
        }
        return holders;
    }

    /** Whether a conversation has more than one signal. */
    boolean areSeveral(ConversationId conversation) {
        String prefix = Tables.prefix(conversation.value());
        return tables.positions().scan(prefix, Table.after(prefix), 2).size() > 1;
    }

    boolean isAnswered(Signal signal) {
        String prefix = Tables.prefix(signal.conversation().value(), signal.id().value());
        return !tables.replies().scan(prefix, Table.after(prefix), 1).isEmpty();
    }

    /** The account that all signals of a conversation share which have one by themselves. */
    @Nullable AccountId sharedAccount(ConversationId conversation) {
        String prefix = Tables.prefix(conversation.value());
        List<Table.Row<Long>> accounts = tables.tallies().scan(prefix, Table.after(prefix), 2);
        return accounts.size() == 1
                ? new AccountId(Key.parse(accounts.get(0).key()).rest().get(0))
                : null;
    }

    void count(ConversationId conversation, @Nullable AccountId account, int by) {
        if (account == null) {
            return;
        }
        String key = Tables.key(conversation.value(), account.value());
        Long before = tables.tallies().get(key);
        long now = (before == null ? 0 : before) + by;
        if (now > 0) {
            tables.tallies().put(key, now);
        } else {
            tables.tallies().delete(key);
        }
    }

    private static boolean speaks(Signal signal) {
        return !signal.deleted()
                && signal.kind() != SignalKind.REACTION
                && !signal.text().isBlank();
    }

    private static String reply(Signal signal, SignalId answered) {
        return Tables.key(signal.conversation().value(), answered.value(), signal.id().value());
    }

    /** Sorts as (said_at, id): seconds are shifted to be positive and padded. */
    private static String position(Signal signal) {
        Instant at = signal.saidAt();
        String time =
                String.format("%013d%09d", at.getEpochSecond() + 100_000_000_000L, at.getNano());
        return Tables.key(signal.conversation().value(), time, signal.id().value());
    }
}
