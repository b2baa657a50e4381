package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Keys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads a closed set of signals at once, by the same definition as the service: what {@code scan}
 * runs.
 */
public final class BatchReader {
    private final Reader reader;
    private final String rulesVersion;

    public BatchReader(Reader reader, String rulesVersion) {
        this.reader = reader;
        this.rulesVersion = rulesVersion;
    }

    /** The readings of all signals, in the order of their keys. */
    public List<Reading> read(
            Collection<DirectoryEntry> directory,
            Collection<Signal> signals,
            Collection<Action> actions) {
        Conversations conversations = new Conversations(Tables.inMemory(), reader, rulesVersion);
        TreeMap<String, Reading> readings = new TreeMap<>();
        for (DirectoryEntry entry : directory) {
            conversations.entry(entry.entity(), entry);
            conversations.commit();
        }
        // In the order they were said, so that nothing is read twice; any order ends the same.
        signals.stream()
                .sorted(Comparator.comparing(Signal::saidAt).thenComparing(Signal::id))
                .forEach(signal -> take(conversations.signal(signal), conversations, readings));
        actions.forEach(action -> take(conversations.action(action), conversations, readings));
        while (conversations.hasWork()) {
            take(conversations.work(1_000), conversations, readings);
        }
        return new ArrayList<>(readings.values());
    }

    private static void take(
            List<Change> changes, Conversations conversations, TreeMap<String, Reading> readings) {
        conversations.commit();
        for (Change change : changes) {
            String key = Keys.reading(change.account(), change.signal()).toString();
            if (change.reading() == null) {
                readings.remove(key);
            } else {
                readings.put(key, change.reading());
            }
        }
    }
}
