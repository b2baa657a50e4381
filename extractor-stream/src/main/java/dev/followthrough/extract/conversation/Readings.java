package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.AccountId;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.Attribution;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.extract.attribution.Attributor;
import dev.followthrough.extract.attribution.Directory;
import dev.followthrough.extract.attribution.Resolver;
import dev.followthrough.extract.attribution.Terms;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The readings of conversations: what is read, how it is attributed, what is published. Works on
 * staged tables.
 */
final class Readings {
    /** How far a chain of replies is followed for an account. */
    private static final int MAX_HOPS = 20;

    /** Marks a conversation whose texts are to be read again, not only resolved. */
    private static final String READ_AGAIN = "r";

    private static final String RESOLVE_AGAIN = "a";

    private final Tables tables;
    private final Neighbours neighbours;
    private final DirectoryMemory memory;
    private final Reader reader;
    private final String rules;

    Readings(Tables tables, DirectoryMemory memory, Reader reader, String rules) {
        this.tables = tables;
        this.memory = memory;
        this.neighbours = new Neighbours(tables);
        this.reader = reader;
        this.rules = rules;
    }

    @Nullable Held find(ConversationId conversation, SignalId id) {
        return neighbours.find(conversation, id);
    }

    /**
     * Replaces a signal's revision, reads again what its words explain, and returns what differs.
     */
    List<Change> revise(@Nullable Held old, Signal signal, String digest, @Nullable String error) {
        List<Held> touched = new ArrayList<>();
        if (old != null) {
            touched.addAll(neighbours.whoseContextHolds(old.signal()));
            neighbours.remove(old.signal());
        }
        Held held =
                old == null
                        ? new Held(signal, digest, List.of(), List.of(), error, null, null, null)
                        : new Held(
                                signal,
                                digest,
                                List.of(),
                                List.of(),
                                error,
                                old.own(),
                                old.published(),
                                old.reading());
        neighbours.put(held);
        touched.addAll(neighbours.whoseContextHolds(signal));
        List<Change> changes = new ArrayList<>(publish(attribute(readText(held))));
        touched.stream()
                .map(h -> h.signal().id())
                .distinct()
                .filter(id -> !id.equals(signal.id()))
                .forEach(
                        id -> {
                            Held other = find(signal.conversation(), id);
                            if (other != null) {
                                changes.addAll(publish(readText(other)));
                            }
                        });
        return changes;
    }

    /** Takes a signal out as if it had never been said. */
    List<Change> forget(Held held) {
        List<Held> touched = neighbours.whoseContextHolds(held.signal());
        count(held.signal().conversation(), held.own(), null);
        neighbours.remove(held.signal());
        List<Change> changes = new ArrayList<>();
        if (held.published() != null) {
            changes.add(new Change(held.published(), held.signal().id(), null));
        }
        touched.forEach(other -> changes.addAll(publish(readText(other))));
        return changes;
    }

    private Held readText(Held held) {
        Signal signal = held.signal();
        boolean silent = held.error() != null || signal.deleted() || signal.text().isBlank();
        Held read =
                silent
                        ? held.found(List.of(), List.of())
                        : held.found(
                                reader.read(signal, neighbours.contextOf(signal)),
                                reader.contract(signal));
        neighbours.put(read);
        return read;
    }

    private Held attribute(Held held) {
        Attribution own = new Attributor(directory(held)).own(held.signal());
        AccountId account = own == null ? null : own.account();
        if (Objects.equals(account, held.own())) {
            return held;
        }
        Held attributed = held.attributed(account);
        neighbours.put(attributed);
        count(held.signal().conversation(), held.own(), account);
        if (neighbours.isAnswered(held.signal())) {
            mark(held.signal().conversation().value()); // those who answer it may have its account
        }
        return attributed;
    }

    /**
     * Keeps the number of signals an account; where the one that all share changes, the others are
     * resolved again.
     */
    private void count(
            ConversationId conversation, @Nullable AccountId before, @Nullable AccountId after) {
        AccountId shared = neighbours.sharedAccount(conversation);
        neighbours.count(conversation, before, -1);
        neighbours.count(conversation, after, 1);
        if (!Objects.equals(shared, neighbours.sharedAccount(conversation))
                && neighbours.areSeveral(conversation)) {
            mark(conversation.value());
        }
    }

    /** The reading as it should stand; what differs from what stands is returned. */
    List<Change> publish(Held held) {
        Reading reading = reading(held);
        String digest = Digest.of(Json.bytes(reading), 32);
        AccountId account = reading.account();
        List<Change> changes = new ArrayList<>();
        if (held.published() != null && !held.published().equals(account)) {
            changes.add(new Change(held.published(), held.signal().id(), null));
        }
        if (!account.equals(held.published()) || !digest.equals(held.reading())) {
            changes.add(new Change(account, held.signal().id(), reading));
            neighbours.put(held.published(account, digest));
        }
        return changes;
    }

    private Reading reading(Held held) {
        Signal signal = held.signal();
        Directory directory = directory(held);
        Attribution attribution = attribution(held, directory);
        Resolver resolver =
                new Resolver(
                        directory,
                        attribution.account(),
                        signal.author(),
                        signal.audience(),
                        isShared(signal, directory));
        List<Party> audience = signal.audience().stream().map(resolver::party).toList();
        return new Reading(
                signal.id(),
                signal.revision(),
                signal.conversation(),
                signal.kind(),
                signal.source(),
                signal.saidAt(),
                resolver.author(),
                audience,
                rules,
                attribution,
                signal.deleted() ? Facts.NONE : signal.facts(), // a tick taken back is none
                held.candidates().stream().map(resolver::resolve).toList(),
                held.contract().stream().map(resolver::resolve).toList(),
                decisions(signal),
                held.error());
    }

    private Attribution attribution(Held held, Directory directory) {
        Attributor attributor = new Attributor(directory);
        Attribution own = attributor.own(held.signal());
        if (own != null) {
            return own;
        }
        AccountId answered = answeredAccount(held.signal());
        if (answered != null) {
            return attributor.through(
                    held.signal(),
                    answered,
                    Attribution.How.REPLY,
                    "the account of what it answers");
        }
        AccountId shared = neighbours.sharedAccount(held.signal().conversation());
        if (shared != null) {
            return attributor.through(
                    held.signal(),
                    shared,
                    Attribution.How.CONVERSATION,
                    "the one account of its conversation");
        }
        return new Attribution(
                AccountId.unknown(held.signal().conversation()),
                held.signal().deal(),
                Attribution.How.UNKNOWN,
                "no account found, or several equally likely");
    }

    private @Nullable AccountId answeredAccount(Signal signal) {
        Signal at = signal;
        for (int hop = 0; hop < MAX_HOPS && at.replyTo() != null; hop++) {
            Held answered = find(signal.conversation(), at.replyTo());
            if (answered == null || answered.own() != null) {
                return answered == null ? null : answered.own();
            }
            at = answered.signal();
        }
        return null;
    }

    private static boolean isShared(Signal signal, Directory directory) {
        return directory.find(Terms.channel(signal.conversation())).stream()
                .anyMatch(
                        entry ->
                                entry instanceof DirectoryEntry.Channel channel
                                        && channel.shared());
    }

    private List<Action> decisions(Signal signal) {
        String prefix = Tables.prefix(signal.conversation().value(), signal.id().value());
        return tables.decisions().scan(prefix, Table.after(prefix), Integer.MAX_VALUE).stream()
                .map(Table.Row::value)
                .sorted(Comparator.comparing(Action::at).thenComparing(Action::id))
                .toList();
    }

    private Directory directory(Held held) {
        return new TableDirectory(tables, memory, held.signal().conversation());
    }

    /** Has a conversation resolved again from its start. */
    void mark(String conversation) {
        String standing = tables.dirty().get(Tables.key(conversation));
        tables.dirty()
                .put(
                        Tables.key(conversation),
                        standing != null && standing.startsWith(READ_AGAIN)
                                ? READ_AGAIN
                                : RESOLVE_AGAIN);
    }

    void markForReading(String conversation) {
        tables.dirty().put(Tables.key(conversation), READ_AGAIN);
    }

    /** Goes on with marked conversations: the mark is the kind of work and the last key done. */
    List<Change> work(int budget) {
        List<Change> changes = new ArrayList<>();
        int left = budget;
        for (Table.Row<String> mark = firstMark(); mark != null && left > 0; mark = firstMark()) {
            String prefix = mark.key() + Key.SEPARATOR;
            String kind = mark.value().substring(0, 1);
            String done = mark.value().substring(1);
            List<Table.Row<Held>> rows =
                    tables.signals()
                            .scan(
                                    done.isEmpty() ? prefix : done + "\u0000",
                                    Table.after(prefix),
                                    left);
            if (rows.size() < left) {
                tables.dirty().delete(mark.key());
            } else {
                tables.dirty().put(mark.key(), kind + rows.get(rows.size() - 1).key());
            }
            left -= Math.max(rows.size(), 1);
            rows.forEach(row -> changes.addAll(again(row.value(), kind.equals(READ_AGAIN))));
        }
        return changes;
    }

    private List<Change> again(Held held, boolean text) {
        return publish(attribute(text ? readText(held) : held));
    }

    private Table.@Nullable Row<String> firstMark() {
        List<Table.Row<String>> marks = tables.dirty().scan("", "\u007f", 1);
        return marks.isEmpty() ? null : marks.get(0);
    }
}
