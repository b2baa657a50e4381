package dev.followthrough.alerting.notify;

/** Called before and after everything a notifier does to the world; may stop or hold it there. */
@FunctionalInterface
interface Pulse {
    Pulse NONE = point -> {};

    void at(Point point);

    /** Where a process can die. */
    enum Point {
        BEFORE_WRITE,
        AFTER_WRITE,
        BEFORE_CALL,
        AFTER_CALL
    }

    /** The process died here. */
    final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the process was killed", null, false, false);
        }
    }

    /** Dies at the n-th point, from 0; the count goes on over the lives that share it. */
    static Pulse crashAt(int n) {
        int[] seen = {0};
        return point -> {
            if (seen[0]++ == n) {
                throw new Crash();
            }
        };
    }
}
