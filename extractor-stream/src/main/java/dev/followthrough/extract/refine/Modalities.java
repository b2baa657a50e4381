package dev.followthrough.extract.refine;

import dev.followthrough.contracts.model.Modality;
import dev.followthrough.extract.rules.Act;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.text.TextReader;
import dev.followthrough.extract.text.Token;
import dev.followthrough.extract.text.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A condition makes a promise conditional and gives its words; a hedge or an offer makes it
 * tentative. Neither is a drop.
 */
final class Modalities implements Refiner {
    private static final Set<String> OPENERS =
            Set.of("if", "once", "unless", "provided", "assuming", "providing", "subject");
    private static final Set<String> AS_SOON = Set.of("soon", "long");

    @Override
    public List<Draft> refine(List<Draft> drafts, Scene scene) {
        List<Draft> refined = new ArrayList<>();
        for (Draft draft : drafts) {
            refined.add(
                    draft.act() == Act.PROMISE || draft.act() == Act.ACCEPTANCE
                            ? weigh(draft, scene)
                            : draft);
        }
        return refined;
    }

    private static Draft weigh(Draft draft, Scene scene) {
        String condition = condition(draft, scene.signal().text());
        if (condition != null) {
            return draft.in(Modality.CONDITIONAL, condition);
        }
        Modality ruled = draft.verdict().rule().modality();
        boolean weak =
                draft.unit().is(Flag.HEDGED)
                        || draft.unit().is(Flag.QUESTION)
                        || ruled == Modality.TENTATIVE;
        return weak ? draft.in(Modality.TENTATIVE, null) : draft;
    }

    /** From the conjunction to the next comma or the clause's end. */
    private static @Nullable String condition(Draft draft, String text) {
        List<Token> tokens = draft.unit().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (opens(tokens, i)) {
                int to = i + 1;
                while (to < tokens.size() && !ends(tokens, i, to)) {
                    to++;
                }
                return to > i + 1
                        ? text.substring(tokens.get(i).start(), tokens.get(to - 1).end())
                        : null;
            }
        }
        return null;
    }

    private static boolean ends(List<Token> tokens, int from, int to) {
        Token token = tokens.get(to);
        return token.text().equals(",")
                || token.text().equals(";")
                || token.lower().equals("then")
                || resumes(tokens, from, to);
    }

    /** “Once legal signs off I'll send it”: no comma, but the main clause begins. */
    private static boolean resumes(List<Token> tokens, int from, int to) {
        boolean subject = Words.in(tokens.get(to).lower(), "i|we");
        return subject
                && to - from > 2
                && to + 1 < tokens.size()
                && hasVerb(tokens, from + 1, to)
                && begins(tokens.get(to - 1), tokens.get(to + 1));
    }

    private static boolean hasVerb(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            String word = tokens.get(i).lower();
            // “legal signs off”: taken for a noun
            boolean happens =
                    i > from
                            && tokens.get(i).tag().equals("NOUN")
                            && word.endsWith("s")
                            && TextReader.isVerbBase(TextReader.verb(word));
            if (happens || Words.in(tokens.get(i).tag(), "VERB|AUX")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Behind a noun “we” may as well tell which: “the order we sent”, “the portal we have”, “the
     * date we can start”.
     */
    private static boolean begins(Token before, Token verb) {
        if (Words.in(before.tag(), "SCONJ|CCONJ|DET")
                || Words.in(before.lower(), "what|which|who|that|how|when|where|why|than|as")) {
            return false;
        }
        boolean noun = Words.in(before.tag(), "NOUN|PROPN|ADP");
        boolean when = Words.in(before.lower(), "date|day|time|moment|way|thing|place|reason");
        boolean promises = Words.in(verb.lower(), "will|'ll|shall|'d|would|can|could|should");
        boolean base =
                verb.tag().equals("VERB")
                        && verb.lower().equals(TextReader.verb(verb.lower()))
                        && !verb.lower().equals("have");
        return promises && !when
                || base && !verb.lower().endsWith("ed")
                || verb.tag().equals("AUX") && !noun;
    }

    private static boolean opens(List<Token> tokens, int i) {
        String word = tokens.get(i).lower();
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        if (word.equals("if")
                && (next.equals("not") || next.equals("possible") || next.equals("needed"))) {
            return false;
        }
        if (word.equals("as")
                && i + 2 < tokens.size()
                && AS_SOON.contains(next)
                && tokens.get(i + 2).lower().equals("as")) {
            return i + 3 < tokens.size() && !tokens.get(i + 3).lower().equals("possible");
        }
        if (word.equals("subject")) {
            return next.equals("to");
        }
        return OPENERS.contains(word)
                && !(word.equals("once") && Words.in(next, "a|more|again|per"));
    }
}
