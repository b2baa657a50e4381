package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Past.Turn;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The thing that a pronoun stands for, in its own words: named at the edge of the clause, in the
 * clause before, or in what was asked or promised just before.
 */
final class Antecedent {
    private static final int CLAUSES_BACK = 3;

    private Antecedent() {}

    /** Absent where nothing near names a thing. */
    static @Nullable String of(Draft draft, Scene scene) {
        String inside = atEdge(draft, scene);
        if (inside != null) {
            return inside;
        }
        int at = scene.indexOf(draft.unit());
        for (int i = at - 1; i >= 0 && i >= at - CLAUSES_BACK; i--) {
            String thing = thing(scene.units().get(i), draft, scene);
            if (thing != null) {
                return thing;
            }
        }
        return asked(scene);
    }

    /** “The attestation, count on it”, “label proofs: we send them”, “that's on us, the …”. */
    private static @Nullable String atEdge(Draft draft, Scene scene) {
        List<Token> tokens = draft.unit().tokens();
        Wording wording = new Wording(draft, scene);
        for (int i = 0; i < tokens.size(); i++) {
            if (Words.in(tokens.get(i).text(), ",|:|;|–|—|-")) {
                String before = noun(tokens, 0, i) ? wording.phrase(0, i) : null;
                if (before != null
                        && !before.isEmpty()
                        && !scene.people().knows(tokens.get(0).lower())) {
                    return before;
                }
                String after =
                        i + 1 < tokens.size()
                                        && TitleWords.DETERMINERS.contains(
                                                tokens.get(i + 1).lower())
                                        && noun(tokens, i + 1, until(tokens, i + 1))
                                ? wording.phrase(i + 1, until(tokens, i + 1))
                                : null;
                if (after != null && !after.isEmpty()) {
                    return after;
                }
            }
        }
        return null;
    }

    private static int until(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size() && !Words.in(tokens.get(to).text(), ",|;|–|—")) {
            to++;
        }
        return to;
    }

    private static boolean noun(List<Token> tokens, int from, int to) {
        boolean noun = false;
        for (int i = from; i < to; i++) {
            if (Words.in(tokens.get(i).tag(), "VERB|AUX")
                    || tokens.get(i).tag().equals("PRON") && i == from) {
                return false;
            }
            noun |= Words.in(tokens.get(i).tag(), "NOUN|PROPN");
        }
        return noun;
    }

    private static @Nullable String thing(Unit unit, Draft draft, Scene scene) {
        Draft other = Draft.of(unit, draft.verdict());
        Slots slots = unit.slots();
        Wording wording = new Wording(other, scene);
        List<Token> tokens = unit.tokens();
        if (unit.is(Flag.QUESTION)
                || Words.in(
                        slots.verb(),
                        "think|know|trip|guess|mean|say|owe|hear|want|wish|love|sound|thank")) {
            return null;
        }
        if (slots.verbAt() >= 0) {
            String object = object(tokens, slots.verbAt() + 1, wording, scene);
            if (object != null) {
                return object;
            }
        }
        if (slots.doer() == DoerKind.THING
                && slots.subject() >= 0
                && slots.verbAt() > slots.subject()) {
            return object(tokens, slots.subject(), wording, scene);
        }
        return slots.verbAt() < 0
                ? object(tokens, Math.max(0, slots.head()), wording, scene)
                : null;
    }

    /** The group that begins here, as far as it goes without a verb or a new preposition. */
    private static @Nullable String object(
            List<Token> tokens, int from, Wording wording, Scene scene) {
        int start = from;
        while (start < tokens.size()
                && (wording.isDropped(start) || tokens.get(start).tag().equals("ADV"))) {
            start++;
        }
        if (start >= tokens.size() || !TitleWords.beginsThing(tokens.get(start))) {
            return null;
        }
        if (!isNamed(tokens, start)) {
            return null;
        }
        int to = groupEnd(tokens, start);
        boolean noun =
                tokens.subList(start, to).stream().anyMatch(t -> Words.in(t.tag(), "NOUN|PROPN"));
        boolean person = to - start <= 2 && scene.people().knows(tokens.get(start).lower());
        String phrase = noun && !person ? wording.phrase(start, to) : "";
        return phrase.isEmpty() ? null : phrase;
    }

    /** “the deck”, “your template”, or “a deck” that somebody makes or wants. */
    private static boolean isNamed(List<Token> tokens, int start) {
        String first = tokens.get(start).lower();
        if (Words.in(first, "the|my|our|your|their|his|her|this|that|these|those")) {
            return true;
        }
        return Words.in(first, "a|an|some|two|three|four|five")
                && start > 0
                && Words.in(
                        TextReader.verb(tokens.get(start - 1).lower()),
                        "need|want|build|make|draft|write|prepare|send|owe|get|have|create|sketch|promise");
    }

    static int groupEnd(List<Token> tokens, int from) {
        int to = from;
        while (to < tokens.size()
                && (Words.in(tokens.get(to).tag(), "DET|NOUN|PROPN|NUM|ADJ")
                        || TitleWords.DETERMINERS.contains(tokens.get(to).lower())
                        || Words.in(tokens.get(to).lower(), "of|'s|for|and|&") && to > from)) {
            to++;
        }
        return to;
    }

    private static @Nullable String asked(Scene scene) {
        for (Turn turn : scene.past().turns()) {
            if (turn.distance() > 1) {
                continue;
            }
            for (Candidate candidate : turn.found()) {
                String action =
                        candidate instanceof Candidate.Request request && !turn.byMe()
                                ? request.action()
                                : candidate instanceof Candidate.Promise promise
                                        ? promise.action()
                                        : "";
                String thing = afterVerb(action);
                if (thing != null) {
                    return thing;
                }
            }
        }
        return null;
    }

    private static @Nullable String afterVerb(String action) {
        int blank = action.indexOf(' ');
        if (blank < 0 || blank + 3 > action.length()) {
            return null;
        }
        String thing = action.substring(blank + 1);
        String first = thing.split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT);
        boolean thingLike =
                !TitleWords.PREPOSITIONS.contains(first)
                        && !TitleWords.PARTICLES.contains(first)
                        && !Words.in(first, "it|them|me|us|you|him|her")
                        && !(TitleWords.PRONOUNS.contains(first) && !thing.contains(" "));
        return thingLike ? thing : null;
    }
}
