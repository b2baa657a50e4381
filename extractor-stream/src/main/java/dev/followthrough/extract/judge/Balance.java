package dev.followthrough.extract.judge;

import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;

/**
 * At which probability an act is given out as one half, so that one threshold serves all acts.
 * Measured on text kept back; pure.
 */
final class Balance {
    /** Of a promise that names a time. Without one, half is half. */
    private static final double DATED = 0.43;

    /** What is surer than this is as sure as the model says. */
    private static final double LIKELY = 0.6;

    private Balance() {}

    /** How sure one may be of an act that has this probability. */
    static double of(Act act, double p) {
        return shifted(half(act), p);
    }

    /** The same of a promise or acceptance. */
    static double promised(double p, Unit unit) {
        return unit.is(Flag.TIME) ? Math.max(p, Math.min(LIKELY, shifted(DATED, p))) : p;
    }

    /**
     * What an act counts among others: a rare one has half of what it gains, lest it take the place
     * of promises.
     */
    static double weight(Act act, double p) {
        return (p + of(act, p)) / 2;
    }

    /** Where an act that is rarer than promises is as often missed as wrong. */
    private static double half(Act act) {
        return switch (act) {
            case REQUEST -> 0.35;
            case FULFILMENT, MILESTONE, CONTEXT -> 0.3;
            case RESCHEDULING -> 0.2;
            case REASSIGNMENT -> 0.1;
            case WITHDRAWAL -> 0.18;
            case SCOPE -> 0.42;
            default -> 0.5;
        };
    }

    private static double shifted(double half, double p) {
        double odds = p * (1 - half);
        return odds / (odds + (1 - p) * half);
    }
}
