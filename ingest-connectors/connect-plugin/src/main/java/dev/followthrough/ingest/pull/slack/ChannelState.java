package dev.followthrough.ingest.pull.slack;

import dev.followthrough.ingest.pull.Checkpoint;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A channel's checkpoint, taken apart for one step. Times are microseconds. Not for several
 * threads.
 */
final class ChannelState {
    /** Messages remembered at most. */
    static final int REMEMBERED = 5000;

    /** Reactions remembered at most. */
    static final int REACTIONS_REMEMBERED = 1000;

    private static final String BEGUN = "begun";
    private static final String START = "start";
    private static final String TOP = "top";
    private static final String FLOOR = "floor";
    private static final String SEEN = "seen";
    private static final String REACTIONS = "reactions";
    private static final String THREADS = "threads";
    private static final String ENTRY = "entry";

    /** Whether anything was read yet. */
    boolean begun;

    /** What was said at this time and before is not wanted. */
    long start;

    /** The newest message that is known. */
    long top;

    /** Digest of the directory entry as published. */
    String entry;

    final Window window;
    final Reactions reactions;
    final List<Replies> threads;
    private final Map<Walk.Kind, Walk> walks = new EnumMap<>(Walk.Kind.class);

    ChannelState(Checkpoint from) {
        begun = from.has(BEGUN);
        start = from.number(START, 0);
        top = from.number(TOP, 0);
        entry = from.text(ENTRY);
        window = Window.of(from.text(SEEN), from.number(FLOOR, 0));
        reactions = Reactions.of(from.text(REACTIONS));
        threads = new ArrayList<>(Replies.read(from.text(THREADS)));
        for (Walk.Kind kind : Walk.Kind.values()) {
            Walk walk = Walk.read(kind, from);
            if (walk != null) {
                walks.put(kind, walk);
            }
        }
    }

    @Nullable Walk walk(Walk.Kind kind) {
        return walks.get(kind);
    }

    void put(Walk walk) {
        walks.put(walk.kind(), walk);
    }

    void end(Walk.Kind kind) {
        walks.remove(kind);
    }

    /** A newer message is the newest; what lies too far before it is forgotten. */
    void rise(long newest, long overlap) {
        top = Math.max(top, newest);
        window.raise(Math.max(top - overlap, start + 1), REMEMBERED);
    }

    void queue(Replies replies) {
        if (threads.stream().noneMatch(known -> known.parent() == replies.parent())) {
            threads.add(replies);
        }
    }

    Checkpoint write() {
        reactions.raise(window.floor(), REACTIONS_REMEMBERED);
        Checkpoint to =
                Checkpoint.START
                        .with(BEGUN, begun ? "yes" : "")
                        .with(START, start)
                        .with(TOP, top)
                        .with(FLOOR, window.floor())
                        .with(SEEN, window.text())
                        .with(REACTIONS, reactions.text())
                        .with(THREADS, Replies.write(threads))
                        .with(ENTRY, entry);
        for (Walk walk : walks.values()) {
            to = walk.write(to);
        }
        return to;
    }
}
