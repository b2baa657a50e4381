package dev.followthrough.extract.judge;

import dev.followthrough.extract.rules.Act;

/**
 * One question put to every unit, with a regression of its own. A unit may answer several: “we
 * promised two sites and will send the list” binds, and it says what is in.
 */
public enum Head {
    /** What is promised, asked, taken on, done, moved, given away or taken back. */
    SPEECH(
            Act.PROMISE,
            Act.ACCEPTANCE,
            Act.REQUEST,
            Act.FULFILMENT,
            Act.RESCHEDULING,
            Act.REASSIGNMENT,
            Act.WITHDRAWAL,
            Act.MILESTONE),
    /** What belongs to the work, and by what measure. */
    SCOPE(Act.SCOPE),
    /** What the next team must know of the customer. */
    CONTEXT(Act.CONTEXT);

    private final long acts;

    Head(Act... acts) {
        long bits = 0;
        for (Act act : acts) {
            bits |= 1L << act.ordinal();
        }
        this.acts = bits;
    }

    public boolean decides(Act act) {
        return (acts & 1L << act.ordinal()) != 0;
    }

    /** The head that decides this act; a lookalike warns the first. */
    public static Head of(Act act) {
        for (Head head : values()) {
            if (head.decides(act)) {
                return head;
            }
        }
        return SPEECH;
    }

    /** Whether this head decides such an outcome: “scope/limit”, “promise”. */
    public boolean answers(String outcome) {
        Act act = Outcome.of(outcome).act();
        return act != null && decides(act);
    }
}
