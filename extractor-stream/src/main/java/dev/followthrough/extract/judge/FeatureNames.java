package dev.followthrough.extract.judge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Features by name, each once, in order: for the trainer and for explanations. */
final class FeatureNames implements FeatureSink {
    private final Set<String> names = new LinkedHashSet<>();
    private final StringBuilder name = new StringBuilder();

    @Override
    public FeatureSink put(String piece) {
        name.append(piece);
        return this;
    }

    @Override
    public void end() {
        names.add(name.toString());
        name.setLength(0);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
