package dev.followthrough.extract.topology;

import dev.followthrough.extract.conversation.Reader;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.function.Supplier;

/**
 * What the topology is given.
 *
 * @param readers makes a reader; each is used by one thread
 * @param rulesVersion changes whenever the same text may read differently: then everything is read
 *     again
 * @param partitions of every topic
 * @param metrics where candidates by rule and signals by source are counted
 */
public record ReadingTools(
        Supplier<Reader> readers, String rulesVersion, int partitions, MeterRegistry metrics) {
    Reader reader() {
        return readers.get();
    }
}
