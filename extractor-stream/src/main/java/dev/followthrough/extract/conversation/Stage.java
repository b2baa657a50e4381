package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.DirectoryEntry;

import java.util.List;

/** All tables, staged together and committed together. */
final class Stage {
    private final List<Staged<?>> all;
    private final Tables tables;

    Stage(Tables base) {
        Staged<Held> signals = new Staged<>(base.signals());
        Staged<String> positions = new Staged<>(base.positions());
        Staged<String> replies = new Staged<>(base.replies());
        Staged<Action> decisions = new Staged<>(base.decisions());
        Staged<Long> tallies = new Staged<>(base.tallies());
        Staged<DirectoryEntry> entries = new Staged<>(base.entries());
        Staged<String> terms = new Staged<>(base.terms());
        Staged<String> lookups = new Staged<>(base.lookups());
        Staged<String> dirty = new Staged<>(base.dirty());
        all =
                List.of(
                        signals, positions, replies, decisions, tallies, entries, terms, lookups,
                        dirty);
        tables =
                new Tables(
                        signals, positions, replies, decisions, tallies, entries, terms, lookups,
                        dirty);
    }

    Tables tables() {
        return tables;
    }

    /** Drops what an earlier call decided and nobody committed: it failed half-way. */
    void discard() {
        all.forEach(Staged::discard);
    }

    void commit() {
        all.forEach(Staged::commit);
    }
}
