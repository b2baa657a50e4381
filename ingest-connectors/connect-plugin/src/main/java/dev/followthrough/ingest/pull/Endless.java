package dev.followthrough.ingest.pull;

import java.util.HashSet;
import java.util.Set;

/**
 * Guards a loop over cursors: a source that gives the same one twice, or ever more of them, would
 * keep it for good. For one loop, by one thread.
 */
public final class Endless {
    private final String what;
    private final int most;
    private final Set<String> seen = new HashSet<>();

    /**
     * @param what source and method, for the error
     * @param most pages that are plausible
     */
    public Endless(String what, int most) {
        this.what = what;
        this.most = most;
    }

    /**
     * To be called with each cursor before it is used.
     *
     * @throws PullException.Unavailable where it came before: a later try begins anew
     */
    public void next(String cursor) {
        if (!seen.add(cursor)) {
            throw new PullException.Unavailable(
                    what + " gave the same cursor twice: its pages never end");
        }
        if (seen.size() > most) {
            throw new PullException.Unavailable(
                    what + " gave more than " + most + " pages: they seem never to end");
        }
    }
}
