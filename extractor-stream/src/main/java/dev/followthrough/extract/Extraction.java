package dev.followthrough.extract;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.extract.time.TimeExpression;

import java.util.List;

/**
 * What was found in one signal.
 *
 * @param candidates in order of their spans
 * @param contract what is said about the contract itself, in order of their spans
 * @param times every expression that names a future point, span or bound, in order of their spans
 */
public record Extraction(
        List<Candidate> candidates, List<ContractFact> contract, List<TimeExpression> times) {
    public static final Extraction NOTHING = new Extraction(List.of(), List.of(), List.of());

    public Extraction {
        candidates = List.copyOf(candidates);
        contract = List.copyOf(contract);
        times = List.copyOf(times);
    }
}
