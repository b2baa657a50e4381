package dev.followthrough.service;

/** Says how one part of a process is. Called by probes; must answer at once and never throw. */
@FunctionalInterface
public interface HealthCheck {
    Health check();

    /** How a part is. */
    enum State {
        /** Does its work. */
        READY,
        /** Alive, but cannot answer yet: starting, restoring, rebalancing. */
        NOT_READY,
        /** Will not recover by itself: the process must be started again. */
        DEAD
    }

    /**
     * A state and one line for an operator.
     *
     * @param detail never text of a signal
     */
    record Health(State state, String detail) {
        public static Health ready(String detail) {
            return new Health(State.READY, detail);
        }

        public static Health notReady(String detail) {
            return new Health(State.NOT_READY, detail);
        }

        public static Health dead(String detail) {
            return new Health(State.DEAD, detail);
        }
    }
}
