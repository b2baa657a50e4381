package dev.followthrough.extract.refine;

import dev.followthrough.extract.parse.DoerKind;
import dev.followthrough.extract.parse.Slots;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import java.util.List;
import java.util.Set;

/** Where the verb, the subject and the thing of a clause stand, for a title. */
final class ClauseShape {
    private static final Set<DoerKind> PRONOUNS =
            Set.of(DoerKind.I, DoerKind.WE, DoerKind.YOU, DoerKind.THIRD);

    private final Slots slots;
    private final List<Token> tokens;
    private final Wording wording;
    private final ClauseHead head;
    private final int start;
    private final Scene scene;

    ClauseShape(Draft draft, Scene scene, Wording wording, ClauseHead head) {
        this.slots = draft.unit().slots();
        this.tokens = draft.unit().tokens();
        this.wording = wording;
        this.head = head;
        this.start = head.start();
        this.scene = scene;
    }

    /** The main verb behind a condition at the head and behind hopes and plans, or -1. */
    int mainVerb() {
        int at = slots.verbAt();
        if (at >= 0 && at < start) {
            at = firstVerb(start);
        }
        return at < 0 ? -1 : TitleVerb.behindWrappers(tokens, FalseStart.past(tokens, at));
    }

    private int firstVerb(int from) {
        int helper = -1;
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).tag().equals("VERB")) {
                return i;
            }
            helper = tokens.get(i).tag().equals("AUX") ? i : helper;
        }
        return helper;
    }

    /** “Trial load 1 runs Saturday when …”: a verb that the tagger took for a noun. */
    int happening(int main) {
        for (int i = start + 1; i < main; i++) {
            String base = TextReader.verb(lower(i));
            boolean happens =
                    TitleWords.ARRIVE.contains(base)
                            || TitleWords.STAY.contains(base)
                            || TitleWords.DO_OR_HAPPEN.contains(base);
            if (happens
                    && lower(i).endsWith("s")
                    && !lower(i).equals(base)
                    && !TitleWords.DETERMINERS.contains(lower(i - 1))) {
                return i;
            }
        }
        return main;
    }

    /** “Signed copy reaches you”: the first word is no verb where another is finite; or -1. */
    int finite() {
        int happens = happening(tokens.size());
        for (int i = start + 1; i < happens; i++) {
            if (tokens.get(i).tag().equals("AUX") && head.names(start, i)) {
                return i;
            }
        }
        return happens < tokens.size() ? happens : -1;
    }

    /** “The full explanation I give in writing”: where the doer stands behind the thing, or -1. */
    int fronted(int at) {
        int next = at + 1;
        while (next < tokens.size()
                && (wording.isDropped(next) || tokens.get(next).tag().equals("ADV"))) {
            next++;
        }
        boolean taken =
                next < tokens.size()
                        && TitleWords.beginsThing(tokens.get(next))
                        && !TitleWords.PRONOUNS.contains(lower(next));
        if (taken
                || Words.in(TitleVerb.base(lower(at)), "be|mean|say|go|come|promise|hope")
                || !TitleWords.beginsThing(tokens.get(start))) {
            return -1;
        }
        boolean noun = false;
        for (int i = start; i < at; i++) {
            boolean doer =
                    Words.in(lower(i), "i|we|you|he|she|they")
                            || i > start && noun && scene.people().knows(lower(i));
            if (doer) {
                return noun ? i : -1;
            }
            if (Words.in(tokens.get(i).tag(), "VERB|AUX|SCONJ|CCONJ|INTJ")
                    || lower(i).length() > 1
                            && lower(i).endsWith("s")
                            && !lower(i).endsWith("ss")
                            && happening(i + 1) == i) {
                return -1;
            }
            boolean person = scene.people().knows(lower(i));
            noun |=
                    Words.in(tokens.get(i).tag(), "NOUN|PROPN")
                            && !wording.isDropped(i)
                            && (!person || i > start);
        }
        return -1;
    }

    /** “label proofs: Pellworth sends them”: the thing is said already. */
    int pastFront(int from) {
        return TitleWords.PRONOUNS.contains(lower(from)) ? from + 1 : from;
    }

    /** “Count me in on those Tuesdays”: where “in” stands, or 0. */
    int countedIn() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (lower(i).equals("count")
                    && Words.in(lower(i + 1), "me|us")
                    && lower(i + 2).equals("in")) {
                return i + 2;
            }
        }
        return 0;
    }

    /** “IC++ pricing from me, split by card brand”: no verb of the clause. */
    boolean isParticipleOfThing(int at) {
        return at > start
                && tokens.get(at - 1).text().equals(",")
                && (lower(at).endsWith("ed") || lower(at).equals("split"))
                && head.names(start, at)
                && slots.modal() == null
                && slots.doer() != DoerKind.I
                && slots.doer() != DoerKind.WE;
    }

    /** “data dictionary circulated by Monday”: the thing first, then its participle. */
    boolean isReduced(int at) {
        boolean object =
                at + 1 < tokens.size()
                        && TitleWords.beginsThing(tokens.get(at + 1))
                        && !wording.isDropped(at + 1);
        boolean helped =
                tokens.subList(Math.min(start, at), at).stream()
                        .anyMatch(
                                t ->
                                        Words.in(t.tag(), "AUX|VERB")
                                                || Words.in(t.lower(), "get|gets|stay|stays"));
        return at > start
                && lower(at).endsWith("ed")
                && TitleWords.isNoun(tokens.get(at - 1))
                && head.names(start, at)
                && !object
                && !helped
                && !PRONOUNS.contains(slots.doer());
    }

    /** “Search terms to you Friday”: a noun that may be a verb, sent to the hearer. */
    boolean isSentNoun(int at) {
        return at == start
                && slots.doer() == DoerKind.IMPERATIVE
                && wording.isSent(at + 1)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).tag().equals("NOUN")
                && !Words.in(
                        lower(at),
                        "send|email|mail|ship|forward|deliver|get|share|bring|return|hand|pass");
    }

    /** “hear from me with one date”: where “with” stands, or 0. */
    int with(int at) {
        for (int i = at + 1; i < Math.min(tokens.size() - 1, at + 5); i++) {
            if (lower(i).equals("with") && TitleWords.beginsThing(tokens.get(i + 1))) {
                return i;
            }
        }
        return 0;
    }

    boolean negated(int at) {
        for (int i = Math.max(start, at - 3); i < at; i++) {
            if (Words.in(lower(i), "n't|not|never")) {
                return true;
            }
        }
        return false;
    }

    int groupEnd(int subject, int at) {
        int end = subject;
        while (end < at
                && !tokens.get(end).tag().equals("AUX")
                && !Words.in(lower(end), "get|gets|getting|stay|stays")
                && !(tokens.get(end).tag().equals("VERB")
                        && end > subject + 1
                        && !Words.in(tokens.get(end - 1).tag(), "DET|ADJ|ADP")
                        && !lower(end).endsWith("ed")
                        && !lower(end).endsWith("ing"))
                && !Words.in(lower(end), "will|'ll|should|can|could|would|'d|may|might")) {
            end++;
        }
        return end;
    }

    boolean isPronoun(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isWord()
                    && !wording.isDropped(i)
                    && !TitleWords.PRONOUNS.contains(lower(i))) {
                return false;
            }
        }
        return true;
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }
}
