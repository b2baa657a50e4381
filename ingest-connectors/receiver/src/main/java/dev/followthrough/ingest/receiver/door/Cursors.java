package dev.followthrough.ingest.receiver.door;

import java.util.HashSet;
import java.util.Set;

/**
 * Guards a loop over cursors, as the pull connectors do: a source that gives one of them twice, or
 * ever more of them, would keep it for good. For one loop, by one thread.
 */
public final class Cursors {
    private final int most;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param most pages that are plausible
     */
    public Cursors(int most) {
        this.most = most;
    }

    /** Whether the pages seem never to end; to be asked with each cursor before it is used. */
    public boolean areEndlessWith(String cursor) {
        return !seen.add(cursor) || seen.size() > most;
    }
}
