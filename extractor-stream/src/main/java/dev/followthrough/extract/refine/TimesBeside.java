package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;
import dev.followthrough.extract.time.TimeExpression;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The time of a promise that stands beside its words: in front of them (“Monday the tenth I'm in
 * your building”), in the clause that hands the thing over (“…, you'll have it tomorrow”), or in an
 * afterthought (“Can do. Friday noon.”). A clause that is about something else keeps its time.
 */
final class TimesBeside {
    /** Words of an afterthought at most. */
    private static final int SHORT = 9;

    /** Words that an afterthought may begin with: they point back. */
    private static final Set<String> POINTS_BACK =
            Set.of(
                    "you",
                    "it",
                    "that",
                    "this",
                    "these",
                    "they",
                    "them",
                    "those",
                    "say",
                    "call",
                    "make",
                    "aiming",
                    "expect",
                    "figure",
                    "out",
                    "allow",
                    "give",
                    "shooting",
                    "targeting",
                    "landing",
                    "due",
                    "probably",
                    "hopefully",
                    "should",
                    "will");

    /** What points back at the thing owed, inside such a clause. */
    private static final Set<String> THING = Set.of("it", "that", "them", "these", "those", "one");

    /** A clause that asks, denies, quotes, or tells what is usual gives no time. */
    private static final Set<Flag> OTHERWISE =
            EnumSet.of(Flag.QUESTION, Flag.NEGATED, Flag.QUOTED, Flag.HABIT, Flag.RECURRING);

    private static final Set<String> FILLERS = Set.of(",", "and", "so", "-", "–", "—", ";", "then");

    /** A time that ends right before a draft begins no farther back, in characters. */
    private static final int REACH = 120;

    private TimesBeside() {}

    static @Nullable TimeExpression find(Draft draft, List<Draft> drafts, Scene scene) {
        TimeExpression before = before(draft, drafts, scene);
        return before != null ? before : behind(draft, drafts, scene);
    }

    private static @Nullable TimeExpression before(Draft draft, List<Draft> drafts, Scene scene) {
        String text = scene.signal().text();
        for (Unit unit : scene.around(draft.start() - REACH, draft.start() + 1)) {
            for (TimeExpression time : unit.times()) {
                boolean fronted =
                        time.start() - unit.clause().start() <= 5
                                || unit.clause().start() == draft.unit().clause().start();
                boolean near =
                        fronted && time.end() <= draft.start() && draft.start() - time.end() <= 6;
                if (near
                        && isJoint(text.substring(time.end(), draft.start()))
                        && !isTaken(time.start(), draft, drafts)
                        && TimeRank.of(time, scene.signal()) > 0) {
                    return time;
                }
            }
        }
        return null;
    }

    private static boolean isJoint(String between) {
        return between.indexOf('\n') < 0
                        && (between.isBlank()
                                || FILLERS.contains(between.strip().replaceAll("[, ]+", "")))
                || between.strip().equals(",");
    }

    private static @Nullable TimeExpression behind(Draft draft, List<Draft> drafts, Scene scene) {
        int sentence = draft.unit().clause().sentence();
        for (Unit unit : scene.from(draft.end())) {
            boolean near = unit.clause().sentence() <= sentence + 1;
            if (!near || isTaken(unit.clause().start(), draft, drafts) && !hands(unit, draft)) {
                return null;
            }
            if (!speaksOfIt(unit)) {
                if (unit.clause().sentence() > sentence || !unit.times().isEmpty()) {
                    return null;
                }
                continue;
            }
            for (TimeExpression time : unit.times()) {
                if (TimeRank.of(time, scene.signal()) > 0) {
                    return time;
                }
            }
        }
        return null;
    }

    private static boolean isTaken(int at, Draft draft, List<Draft> drafts) {
        return drafts.stream().anyMatch(d -> !d.equals(draft) && at >= d.start() && at < d.end());
    }

    private static boolean speaksOfIt(Unit unit) {
        if (OTHERWISE.stream().anyMatch(unit::is)) {
            return false;
        }
        List<Token> tokens = unit.tokens();
        boolean aside =
                tokens.size() <= SHORT
                        && (unit.is(Flag.VERBLESS) && leads(unit) || isMostlyTime(unit));
        return aside || isHanding(unit) || !unit.is(Flag.PAST) && pointsBack(tokens);
    }

    /** “Tonight.” */
    private static boolean isMostlyTime(Unit unit) {
        int size = unit.clause().end() - unit.clause().start();
        return unit.times().stream().anyMatch(time -> 2 * (time.end() - time.start()) > size);
    }

    /** “Friday noon, Pacific.”, “UPS, tomorrow, on our account.” */
    private static boolean leads(Unit unit) {
        return unit.times().stream()
                .anyMatch(
                        time ->
                                time.start() - unit.clause().start() <= 12
                                        || unit.clause().end() <= time.end());
    }

    private static boolean pointsBack(List<Token> tokens) {
        Token first = first(tokens);
        if (POINTS_BACK.contains(first.lower())) {
            return true;
        }
        return tokens.stream().limit(SHORT).anyMatch(token -> THING.contains(token.lower()));
    }

    /** “You'll have it”, “it's yours”, “that lands with you”. */
    private static boolean isHanding(Unit unit) {
        String first = first(unit.tokens()).lower();
        boolean hearer = first.equals("you") || unit.is(Flag.TO_HEARER);
        return hearer
                && (first.equals("you") || THING.contains(first))
                && !unit.is(Flag.QUESTION)
                && !unit.is(Flag.HEARER_DUTY);
    }

    /** The clause hands over what the draft promises, not something with a name of its own. */
    private static boolean hands(Unit unit, Draft draft) {
        boolean pronoun = unit.tokens().stream().anyMatch(t -> THING.contains(t.lower()));
        return isHanding(unit) && (pronoun || !namesThing(draft.unit()))
                || THING.contains(first(unit.tokens()).lower()) && !unit.is(Flag.QUESTION);
    }

    private static boolean namesThing(Unit unit) {
        return unit.tokens().stream().anyMatch(token -> Words.in(token.tag(), "NOUN|PROPN"));
    }

    private static Token first(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.isWord() && !FILLERS.contains(token.lower())) {
                return token;
            }
        }
        return tokens.get(0);
    }
}
