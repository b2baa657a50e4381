package dev.followthrough.extract.train;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;

import java.util.List;
import java.util.Set;

/**
 * A signal in its conversation with everything a reader found in it.
 *
 * @param open outcomes that nobody looked for in it: their absence teaches nothing
 */
public record Sample(Signal signal, Context context, List<Label> labels, Set<String> open) {
    public Sample {
        labels = List.copyOf(labels);
        open = Set.copyOf(open);
    }
}
