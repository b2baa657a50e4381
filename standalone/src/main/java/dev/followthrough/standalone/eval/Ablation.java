package dev.followthrough.standalone.eval;

import dev.followthrough.extract.train.Trainer;

import java.util.regex.Pattern;

/**
 * What the judge does without, to see what it is worth: models are trained without these features
 * and therefore have no weight for them, or there is no model at all.
 */
public enum Ablation {
    /** All features. */
    NOTHING("(?!)"),
    /** No model: by rules alone, as a deployment without one does. */
    MODEL(".*"),
    /** The words themselves and their sequences; tags and slots remain. */
    WORDS("(w|w2|w3|h|h2)=.*|(dv|tv|fv|verb)=.*"),
    /** Sequences of tags and closed-class words. */
    TAGS("m[234]=.*"),
    /** Which rules fired, in the clause and beside it. */
    RULES("(r|act|sure|btrue|bfalse)=.*"),
    /** Doer, tense, verb, modal and flags. */
    SLOTS("(doer|tense|frame|verb|dv|tv|fv|modal|f|times)=.*|(passive|times=many)/.*"),
    /** The turns before, and what an answer of a few words makes of them. */
    PAST("(past|alone|q|qa)/.*"),
    /** The clauses before and after. */
    NEIGHBOURS("(before|beforeq|btrue|bfalse|after)=.*");

    private final Pattern left;

    Ablation(String left) {
        this.left = Pattern.compile(left);
    }

    /** Whether models are trained to see it. */
    public boolean trains() {
        return this != NOTHING && this != MODEL;
    }

    Trainer trainer() {
        return Trainer.without(this::leavesOut);
    }

    boolean leavesOut(String feature) {
        return left.matcher(feature).matches();
    }
}
