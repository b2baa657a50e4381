package dev.followthrough.standalone.scan;

import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.ingest.files.Read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the files held. Not for several threads. */
public final class Found {
    private final List<Signal> signals = new ArrayList<>();
    private final List<DirectoryEntry> directory = new ArrayList<>();
    private final List<Read.Dead> dead = new ArrayList<>();
    private final List<Read.Skipped> skipped = new ArrayList<>();

    void take(Read read) {
        switch (read) {
            case Read.Said said -> signals.add(said.signal());
            case Read.Known known -> directory.add(known.entry());
            case Read.Dead letter -> dead.add(letter);
            case Read.Skipped left -> skipped.add(left);
        }
    }

    public List<Signal> signals() {
        return Collections.unmodifiableList(signals);
    }

    public List<DirectoryEntry> directory() {
        return Collections.unmodifiableList(directory);
    }

    /** What could not be read. */
    public List<Read.Dead> dead() {
        return Collections.unmodifiableList(dead);
    }

    /** What was left out on purpose. */
    public List<Read.Skipped> skipped() {
        return Collections.unmodifiableList(skipped);
    }

    /** How many signals each source gave. */
    public Map<Source, Integer> bySource() {
        Map<Source, Integer> counts = new EnumMap<>(Source.class);
        signals.forEach(signal -> counts.merge(signal.source(), 1, Integer::sum));
        return counts;
    }
}
