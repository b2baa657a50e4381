package dev.followthrough.extract.rules;

/** What a clause may be besides its words; rules name them in {@code when} and {@code unless}. */
public enum Flag {
    /** Ends in a question mark or begins as a question does. */
    QUESTION,
    /** The verb is denied. */
    NEGATED,
    /** Would, could, might, if … were. */
    HYPOTHETICAL,
    /** Stands inside quotation marks. */
    QUOTED,
    /** What somebody is said to have said. */
    REPORTED,
    /** Speaks of what was. */
    PAST,
    /** Able to, without saying that one does. */
    CAPABILITY,
    /** Try, hope, should, aim, probably. */
    HEDGED,
    /** Always, usually, every week. */
    HABIT,
    /** If, once, as soon as, provided. */
    CONDITION,
    /** Wishes, thanks, greetings, see you. */
    PLEASANTRY,
    /** An act of this very moment: sharing a screen, dialling in. */
    IMMEDIATE,
    /** You must, you will need to. */
    HEARER_DUTY,
    /** A laugh or a wink stands by. */
    JOKE,
    /** Needs, wants, would like: an own wish. */
    WISH,
    /** Think, guess, believe, seems. */
    OPINION,
    /** A future time is named. */
    TIME,
    /** A bound is named: by, before, until, within. */
    DEADLINE,
    /** Every Friday, weekly. */
    RECURRING,
    /** Somebody else asked for something just before. */
    ASKED,
    /** Somebody else put a question just before. */
    QUESTIONED,
    /** The speaker or the one spoken to promised something before. */
    PROMISED,
    /** An item of a list. */
    BULLET,
    /** First clause of the text. */
    OPENING,
    /** No verb. */
    VERBLESS,
    /** You, your or a name of the audience receives something. */
    TO_HEARER,
    /** Polite or plain order: please send, send me. */
    IMPERATIVE,
    /** Said aloud, in a meeting. */
    SPOKEN
}
