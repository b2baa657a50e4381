package dev.followthrough.extract.refine;

import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;

/**
 * What the hearer must do, where one clause holds it beside the promise: “order by midnight and
 * we'll ship tomorrow”, “we'll ship tomorrow, so order by midnight”. Its time is not the promise's.
 */
final class HearersPart {
    private static final String JOINTS = "and|then|so|,|-|–|—|;|:";
    private static final String MARKS = ",|-|–|—|;|:|and";
    private static final String URGES = "so|just|please|then|pls|simply";

    /**
     * Orders that only a hearer is given: “call” and “draft” may be the speaker's own short note.
     */
    private static final String ORDERS =
            "order|book|buy|sign|register|subscribe|enrol|enroll|reply|respond|confirm|pay|join|apply";

    private HearersPart() {}

    /** Whether the time belongs to what the hearer does. */
    static boolean holds(TimeExpression time, Draft draft, List<TimeExpression> times) {
        if (draft.act() != Act.PROMISE && draft.act() != Act.ACCEPTANCE) {
            return false;
        }
        List<Token> tokens = draft.unit().tokens();
        int speaker = speaker(tokens);
        if (speaker < 0) {
            return false;
        }
        int from = tokens.get(speaker).start();
        if (time.end() <= from) {
            boolean more = times.stream().anyMatch(t -> t.at() != null && t.start() >= from);
            return opens(tokens, speaker, time, more);
        }
        return isUrged(tokens, speaker, time);
    }

    /** Where “we'll” stands that makes the promise; −1 where nothing does. */
    private static int speaker(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (Words.in(tokens.get(i).lower(), "i|we")) {
                return Words.in(tokens.get(i + 1).lower(), "will|'ll|can|shall") ? i : -1;
            }
        }
        return -1;
    }

    /** An order stands in front of “and we'll”. */
    private static boolean opens(
            List<Token> tokens, int speaker, TimeExpression time, boolean more) {
        int first = 0;
        while (first < speaker && Words.in(tokens.get(first).lower(), URGES)) {
            first++;
        }
        Token verb = tokens.get(first);
        boolean joined = speaker > 0 && Words.in(tokens.get(speaker - 1).lower(), JOINTS);
        boolean order = Words.in(verb.lower(), ORDERS);
        return joined
                && verb.end() < time.start()
                && (order || more && TextReader.isVerbBase(verb.lower()));
    }

    /** “…, so order by midnight”. */
    private static boolean isUrged(List<Token> tokens, int speaker, TimeExpression time) {
        for (int i = tokens.size() - 2; i > speaker; i--) {
            Token verb = tokens.get(i + 1);
            if (verb.end() < time.start()
                    && Words.in(tokens.get(i).lower(), URGES)
                    && Words.in(tokens.get(i - 1).lower(), MARKS)
                    && Words.in(verb.lower(), ORDERS)) {
                return true;
            }
        }
        return false;
    }
}
