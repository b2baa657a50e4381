package dev.followthrough.extract.rules;

import dev.followthrough.contracts.model.ContractFact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One way a text says something about the contract itself. No judge weighs it: it is worth what it
 * says.
 *
 * @param id stable: appears in evidence
 * @param name for a reader
 * @param shapes any of them
 * @param with patterns of which the sentence must hold one; empty: none
 * @param unless patterns of which the sentence must hold none
 * @param openEnded whether it says that there is no end
 * @param confidence what it is worth, 0…1
 * @param matches examples; brackets mark the expected quote
 * @param doesNotMatch counter-examples
 * @param where file, line and column of the rule
 * @param own from a company's own folder
 */
public record ContractRule(
        String id,
        String name,
        ContractFact.Kind kind,
        List<Shape> shapes,
        List<Pattern> with,
        List<Pattern> unless,
        boolean openEnded,
        double confidence,
        List<Example> matches,
        List<Example> doesNotMatch,
        String where,
        boolean own) {
    /** Words of grammar: a sentence without one is rare, so none of them tells anything. */
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "a", "an", "and", "as", "at", "be", "by", "for", "from", "if", "in", "is", "it",
                    "of", "on", "or", "than", "that", "the", "this", "to", "until", "unless", "we",
                    "when", "with", "will", "you", "can", "may", "shall", "not", "no", "before",
                    "after", "each", "per", ":", "are", "has", "have", "was", "which", "first",
                    "last", "make", "take", "through");

    /** Words of which a sentence must hold one for the rule to fire. */
    Set<String> cues() {
        Set<String> cues = new HashSet<>();
        Set<String> beside = new HashSet<>();
        for (Pattern pattern : with) {
            beside.addAll(pattern.cues(EVERYWHERE));
        }
        for (Shape shape : shapes) {
            cues.addAll(Pattern.rarer(cues(shape), beside, EVERYWHERE));
        }
        return cues;
    }

    /** Of the side whose words are rarest; empty where no side names words. */
    static Set<String> cues(Shape shape) {
        Set<String> rarest = Set.of();
        for (Pattern pattern : shape.patterns()) {
            rarest = Pattern.rarer(rarest, pattern.cues(EVERYWHERE), EVERYWHERE);
        }
        return rarest;
    }

    boolean allows(Subject subject) {
        return (with.isEmpty() || with.stream().anyMatch(pattern -> pattern.matches(subject)))
                && unless.stream().noneMatch(pattern -> pattern.matches(subject));
    }
}
