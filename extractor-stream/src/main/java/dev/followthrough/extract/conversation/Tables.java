package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.topic.Key;

/**
 * What an instance knows of its conversations.
 *
 * @param signals conversation ~ said_at ~ signal → the signal
 * @param positions conversation ~ signal → said_at, as in {@code signals}
 * @param replies conversation ~ answered signal ~ answering signal
 * @param decisions conversation ~ signal ~ action → the action
 * @param tallies conversation ~ account → how many signals have it by themselves; and how often the
 *     directory changed
 * @param entries entity → entry
 * @param terms term ~ entity: what finds an entry
 * @param lookups term ~ conversation: which conversations asked for a term
 * @param dirty conversation → where its re-resolution stands
 */
public record Tables(
        Table<Held> signals,
        Table<String> positions,
        Table<String> replies,
        Table<Action> decisions,
        Table<Long> tallies,
        Table<DirectoryEntry> entries,
        Table<String> terms,
        Table<String> lookups,
        Table<String> dirty) {

    /** Fresh tables in memory. */
    public static Tables inMemory() {
        return new Tables(
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>(),
                new MapTable<>());
    }

    /** Key parts as they stand in tables: encoded, so that ranges never run into each other. */
    static String key(String place, String... rest) {
        return Key.of(place, rest).toString();
    }

    static String prefix(String place, String... rest) {
        return key(place, rest) + Key.SEPARATOR;
    }
}
