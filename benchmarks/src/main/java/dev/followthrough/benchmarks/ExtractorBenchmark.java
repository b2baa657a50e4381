package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many signals a core reads in a second, and what the same texts cost a plain OpenNLP pipeline.
 * An operation is a signal; {@code -prof gc} adds the allocation of one.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ExtractorBenchmark {
    /** Signals of the bundled deal; checked when it is read. */
    private static final int SIGNALS = 182;

    private final List<Signal> signals = signals();
    private final Extractor extractor = new Extractor();
    private final PlainPipeline plain = new PlainPipeline();

    private static List<Signal> signals() {
        List<Signal> signals = Deal.read().signals();
        if (signals.size() != SIGNALS) {
            throw new IllegalStateException(
                    "the bundled deal must have " + SIGNALS + " signals, has " + signals.size());
        }
        return signals;
    }

    /** Candidates and times of each signal, by itself. */
    @Benchmark
    @OperationsPerInvocation(SIGNALS)
    public int extract() {
        int found = 0;
        for (Signal signal : signals) {
            found += extractor.extract(signal, Context.EMPTY).candidates().size();
        }
        return found;
    }

    /** Sentences, tokens, tags. */
    @Benchmark
    @OperationsPerInvocation(SIGNALS)
    public int plainTags() {
        int found = 0;
        for (Signal signal : signals) {
            found += plain.tag(signal.text());
        }
        return found;
    }

    /** Sentences, tokens, tags, lemmas, chunks. */
    @Benchmark
    @OperationsPerInvocation(SIGNALS)
    public int plainLemmasAndChunks() {
        int found = 0;
        for (Signal signal : signals) {
            found += plain.analyse(signal.text());
        }
        return found;
    }
}
