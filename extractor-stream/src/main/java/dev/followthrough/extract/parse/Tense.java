package dev.followthrough.extract.parse;

/** How the main verb stands. */
public enum Tense {
    WILL,
    GOING_TO,
    PROGRESSIVE,
    PRESENT,
    PAST,
    PERFECT,
    /** Can, could, may, might, should, would, must. */
    MODAL,
    /** Is, are and the like with a complement. */
    STATE,
    BASE,
    NONE
}
