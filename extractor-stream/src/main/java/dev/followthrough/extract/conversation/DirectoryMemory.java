package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.DirectoryEntry;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was found by which term since the directory last changed, and which questions are written
 * down: the people of a conversation are looked up for each of its signals. How often the directory
 * changed stands in a table, so that whoever changes it need not know who remembers. Bounded; not
 * thread-safe.
 */
final class DirectoryMemory {
    private static final int MOST = 20_000;

    /** Among the tallies; those of conversations have two parts. */
    private static final String CHANGES = Tables.key("directory");

    private final Table<Long> tallies;
    private final Map<String, List<DirectoryEntry>> found = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** Questions of this decision: they are written down only when it is committed. */
    private final Set<String> asking = new HashSet<>();

    private long changes = -1;

    DirectoryMemory(Table<Long> tallies) {
        this.tallies = tallies;
    }

    /** A decision begins, on tables that nobody else writes meanwhile. */
    void begin() {
        asking.clear();
        long now = changes();
        if (now != changes || found.size() > MOST) {
            found.clear();
            changes = now;
        }
        if (asked.size() > MOST) {
            asked.clear();
        }
    }

    void commit() {
        asked.addAll(asking);
    }

    private long changes() {
        Long counted = tallies.get(CHANGES);
        return counted == null ? 0 : counted;
    }

    /** The directory changes with this decision. */
    void change() {
        tallies.put(CHANGES, changes() + 1);
    }

    /** Whether the question may not be written down yet. */
    boolean isNew(String question) {
        return !asked.contains(question) && asking.add(question);
    }

    @Nullable List<DirectoryEntry> found(String term) {
        return found.get(term);
    }

    void keep(String term, List<DirectoryEntry> entries) {
        found.put(term, entries);
    }
}
