package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.json.Digest;
import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ConversationId;
import dev.followthrough.contracts.model.DealId;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Side;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.contracts.model.SignalKind;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Key;
import dev.followthrough.extract.attribution.Terms;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps readings up to date. Each call decides first on staged tables and returns what to publish;
 * {@link #commit()} then writes the tables whole; what is not committed before the next call is
 * dropped. Not thread-safe: one a task.
 *
 * <p>A new signal costs a bounded number of reads: its context and the signals whose context holds
 * it. What touches whole conversations (a directory entry, a first account) is noted and done by
 * {@link #work} in bounded pieces.
 */
public final class Conversations {
    private final Stage stage;
    private final DirectoryMemory memory;
    private final Readings readings;

    public Conversations(Tables tables, Reader reader, String rulesVersion) {
        this.stage = new Stage(tables);
        this.memory = new DirectoryMemory(stage.tables().tallies());
        this.readings = new Readings(stage.tables(), memory, reader, rulesVersion);
    }

    /** What an earlier call decided and nobody committed is dropped: it failed half-way. */
    private void begin() {
        stage.discard();
        memory.begin();
    }

    /** Takes in a revision of a signal; an older or equal one changes nothing. */
    public List<Change> signal(Signal signal) {
        begin();
        return takeIn(signal);
    }

    private List<Change> takeIn(Signal signal) {
        return revise(signal, Digest.of(Json.bytes(signal), 16), null);
    }

    /** Takes in a revision that could not be read: its reading is empty and says why. */
    public List<Change> unreadable(
            ConversationId conversation, SignalId id, long revision, String digest, String why) {
        begin();
        Held old = readings.find(conversation, id);
        Signal empty =
                old == null
                        ? placeholder(
                                id, revision, conversation, SignalKind.DOCUMENT, Source.EVENT, null)
                        : emptied(old.signal(), revision);
        return revise(empty, digest, why);
    }

    /** Takes in a decision; one on a signal that is not here yet waits for it. */
    public List<Change> action(Action action) {
        begin();
        SignalId target =
                action.signal() != null
                        ? action.signal()
                        : new SignalId(action.conversation().value());
        stage.tables()
                .decisions()
                .put(
                        Tables.key(
                                action.conversation().value(), target.value(), action.id().value()),
                        action);
        Held held = readings.find(action.conversation(), target);
        if (held != null) {
            return readings.publish(held);
        }
        return action.signal() == null ? takeIn(dealRecord(action.conversation())) : List.of();
    }

    /** Takes back a decision that was erased. */
    public List<Change> erasedAction(ConversationId conversation, String actionId) {
        begin();
        List<Change> changes = new ArrayList<>();
        String prefix = Tables.prefix(conversation.value());
        for (Table.Row<Action> row :
                stage.tables().decisions().scan(prefix, Table.after(prefix), Integer.MAX_VALUE)) {
            if (row.value().id().value().equals(actionId)) {
                stage.tables().decisions().delete(row.key());
                SignalId target =
                        row.value().signal() != null
                                ? row.value().signal()
                                : new SignalId(conversation.value());
                Held held = readings.find(conversation, target);
                if (held != null) {
                    changes.addAll(readings.publish(held));
                }
            }
        }
        return changes;
    }

    /** Forgets a revision that was erased at the source, if it is the one we hold. */
    public List<Change> erased(
            ConversationId conversation, SignalId id, long revision, String digest) {
        begin();
        Held held = readings.find(conversation, id);
        if (held == null || held.signal().revision() != revision || !held.digest().equals(digest)) {
            return List.of();
        }
        return readings.forget(held);
    }

    /**
     * Takes in a directory entry, or its end; the conversations that asked for one of its terms are
     * resolved again by {@link #work}.
     */
    public void entry(String entity, @Nullable DirectoryEntry entry) {
        begin();
        Tables tables = stage.tables();
        DirectoryEntry before = tables.entries().get(entity);
        if (Objects.equals(before, entry)) {
            return;
        }
        memory.change();
        Set<String> old = before == null ? Set.of() : Terms.of(before);
        Set<String> now = entry == null ? Set.of() : Terms.of(entry);
        old.stream()
                .filter(term -> !now.contains(term))
                .forEach(term -> tables.terms().delete(Tables.key(term, entity)));
        now.forEach(term -> tables.terms().put(Tables.key(term, entity), ""));
        if (entry == null) {
            tables.entries().delete(entity);
        } else {
            tables.entries().put(entity, entry);
        }
        Set<String> touched = new TreeSet<>(old);
        touched.addAll(now);
        touched.stream().filter(term -> answersDiffer(term, old, now)).forEach(this::markAskers);
    }

    /** One more colleague with our domain does not change whose domain it is. */
    private boolean answersDiffer(String term, Set<String> old, Set<String> now) {
        boolean onlyWhetherAny = term.startsWith("ours:");
        if (!onlyWhetherAny) {
            return true;
        }
        String prefix = Tables.prefix(term);
        int others = stage.tables().terms().scan(prefix, Table.after(prefix), 2).size();
        return old.contains(term) != now.contains(term) && others <= 1;
    }

    private void markAskers(String term) {
        String prefix = Tables.prefix(term);
        for (Table.Row<String> row :
                stage.tables().lookups().scan(prefix, Table.after(prefix), Integer.MAX_VALUE)) {
            readings.mark(Key.parse(row.key()).rest().get(0));
        }
    }

    /** Has every signal read again, as new rules demand; {@link #work} does it. */
    public void readAllAgain() {
        begin();
        String last = "";
        List<Table.Row<Held>> rows;
        do {
            rows = stage.tables().signals().scan(last, "\u007f", 1);
            if (!rows.isEmpty()) {
                String conversation = rows.get(0).value().signal().conversation().value();
                readings.markForReading(conversation);
                last = Table.after(Tables.prefix(conversation));
            }
        } while (!rows.isEmpty());
    }

    /** Does up to {@code budget} signals of noted work. */
    public List<Change> work(int budget) {
        begin();
        return readings.work(budget);
    }

    /** Whether {@link #work} has something to do. */
    public boolean hasWork() {
        return !stage.tables().dirty().scan("", "\u007f", 1).isEmpty();
    }

    /** Writes what was decided since the last commit. */
    public void commit() {
        stage.commit();
        memory.commit();
    }

    private List<Change> revise(Signal signal, String digest, @Nullable String error) {
        Held old = readings.find(signal.conversation(), signal.id());
        if (old != null && !old.isOlderThan(signal.revision(), digest)) {
            return List.of();
        }
        return readings.revise(old, signal, digest, error);
    }

    private static Signal dealRecord(ConversationId conversation) {
        return placeholder(
                new SignalId(conversation.value()),
                0,
                conversation,
                SignalKind.RECORD,
                Source.CRM,
                new DealId(conversation.value().substring("deal:".length())));
    }

    /**
     * Stands for something without words of its own, so that decisions and errors have a reading.
     */
    private static Signal placeholder(
            SignalId id,
            long revision,
            ConversationId conversation,
            SignalKind kind,
            Source source,
            @Nullable DealId deal) {
        return new Signal(
                id,
                revision,
                false,
                kind,
                source,
                conversation,
                null,
                Instant.EPOCH,
                ZoneOffset.UTC,
                new Party(id.value(), null, null, Side.UNKNOWN),
                List.of(),
                null,
                deal,
                "",
                null,
                List.of(),
                List.of(new Place(0, id.value())),
                Facts.NONE);
    }

    private static Signal emptied(Signal s, long revision) {
        return new Signal(
                s.id(),
                revision,
                false,
                s.kind(),
                s.source(),
                s.conversation(),
                s.replyTo(),
                s.saidAt(),
                s.zone(),
                s.author(),
                s.audience(),
                s.account(),
                s.deal(),
                "",
                null,
                List.of(),
                List.of(s.places().get(0)),
                s.facts());
    }
}
