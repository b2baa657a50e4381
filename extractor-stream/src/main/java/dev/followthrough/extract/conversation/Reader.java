package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;

import java.util.List;

/**
 * What reads a signal's text: the extractor, or a stand-in in tests of what surrounds it. Must be
 * pure.
 */
@FunctionalInterface
public interface Reader {
    List<Candidate> read(Signal signal, Context context);

    /** What it says about the contract itself, whatever was said before. */
    default List<ContractFact> contract(Signal signal) {
        return List.of();
    }
}
