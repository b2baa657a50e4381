package dev.followthrough.extract.rules;

import dev.followthrough.contracts.model.ContextCategory;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Polarity;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One way people say something.
 *
 * @param id stable: appears in evidence and metrics
 * @param name for a reader: “We will ‹deliver› ‹thing›”
 * @param patterns any of them
 * @param when flags that must all hold
 * @param unless flags none of which may hold
 * @param confidence what the rule alone is worth, 0…1; below the floor it only hints to the judge
 * @param atLeast what it is worth whatever the model says, where no lookalike fires beside it; 0
 *     for most rules
 * @param atMost what a promise beside this lookalike is worth whatever the model says; 1 for most
 *     rules
 * @param matches examples; brackets mark the expected quote
 * @param doesNotMatch counter-examples
 * @param where file, line and column of the rule
 * @param own from a company's own folder: the model does not know it
 */
public record Rule(
        String id,
        String name,
        Act act,
        @Nullable Modality modality,
        @Nullable Polarity polarity,
        @Nullable ContextCategory category,
        List<Pattern> patterns,
        Set<Flag> when,
        Set<Flag> unless,
        double confidence,
        double atLeast,
        double atMost,
        List<Example> matches,
        List<Example> doesNotMatch,
        String where,
        boolean own) {
    /**
     * Where the words of the rule stand, whatever its flags: the shortest stretch, the first of
     * equals; absent where they do not. Costs more than to know that they do: for explanations.
     */
    public @Nullable Matched matched(Subject subject) {
        Matched best = null;
        for (Pattern pattern : patterns) {
            Matched found = pattern.find(subject);
            if (found != null && (best == null || found.size() < best.size())) {
                best = found;
            }
        }
        return best;
    }

    /**
     * Tokens that a pattern of a rule matched.
     *
     * @param says the pattern as written
     * @param from index of the first token
     * @param to one past the last
     */
    public record Matched(String says, int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** Words of which a clause must hold one for the rule to fire, so far as patterns say so. */
    Set<String> cues() {
        Set<String> cues = new HashSet<>();
        patterns.forEach(pattern -> cues.addAll(pattern.cues()));
        return cues;
    }
}
