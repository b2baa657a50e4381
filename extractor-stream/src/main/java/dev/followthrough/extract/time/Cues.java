package dev.followthrough.extract.time;

/** placeholder until the scorer is in. */
final class Cues {
    boolean isDeadline(Tokens tokens, int from, int to, Bound bound, Match match) {
        return bound == Bound.BY || bound == Bound.BEFORE || bound == Bound.UNTIL;
    }
}
