package dev.followthrough.extract.time;

import java.util.Set;

/** Times at which nothing is owed, told by where they stand in their sentence. */
final class SmallTalk {
    /** What may stand in front of “back in 5 minutes”. */
    private static final Set<String> AWAY = Set.of("brb", ",", "-", "right", "lunch", ";");

    /** What such a sentence ends with. */
    private static final Set<String> ENDS = Set.of(".", "!", "?", ",", ";", ")");

    private SmallTalk() {}

    /**
     * @param from where the time's own words begin, direction included
     */
    static boolean is(Tokens tokens, Match match, int from, Bound bound) {
        return opensTalk(tokens, match) || isPresence(tokens, match, from, bound);
    }

    /** “Today, more and more people …”. */
    private static boolean opensTalk(Tokens tokens, Match match) {
        return match.fields().isOnly(Field.REL)
                && match.fields().is(Field.REL, 0)
                && !tokens.sameSentence(match.from() - 1, match.from())
                && tokens.is(match.to(), ",");
    }

    /** “Back in 5 minutes”, “BRB, back at 3”: somebody is away so long; nothing is handed over. */
    private static boolean isPresence(Tokens tokens, Match match, int from, Bound bound) {
        int back = from - 1;
        boolean timed = match.fields().has(Field.AMOUNT) || match.fields().hasClock();
        boolean open = bound == Bound.WITHIN || bound == Bound.ON || bound == Bound.NONE;
        if (!timed || !open || !tokens.is(back, "back")) {
            return false;
        }
        boolean opens =
                !tokens.sameSentence(back - 1, back) || AWAY.contains(tokens.at(back - 1).word());
        boolean ends =
                !tokens.sameSentence(match.to() - 1, match.to()) || tokens.in(match.to(), ENDS);
        return opens && ends;
    }
}
