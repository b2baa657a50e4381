package dev.followthrough.extract.conversation;

import dev.followthrough.contracts.model.Candidate;
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
}
