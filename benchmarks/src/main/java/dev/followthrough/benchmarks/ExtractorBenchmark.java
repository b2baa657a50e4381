package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many sentences a core reads in a second, and what the same texts cost a plain OpenNLP
 * pipeline. An operation is a pass over the texts; the counters give signals and sentences, which
 * are OpenNLP's for both.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
public class ExtractorBenchmark {
    /** {@value Corpus#DEAL}, or a folder of texts. */
    @Param(Corpus.DEAL)
    public String texts = Corpus.DEAL;

    private List<Signal> signals = List.of();
    private long sentences;
    private final Extractor extractor = new Extractor();
    private final PlainPipeline plain = new PlainPipeline();

    /** What was read in an iteration. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {
        public long signals;
        public long sentences;
    }

    @Setup
    public void read() {
        signals = Corpus.read(texts).signals();
        sentences = signals.stream().mapToLong(signal -> plain.sentences(signal.text())).sum();
        System.out.printf("%d signals, %d sentences%n", signals.size(), sentences);
    }

    private void count(Count count) {
        count.signals += signals.size();
        count.sentences += sentences;
    }

    /** Candidates and times of each signal, by itself. */
    @Benchmark
    public int extract(Count count) {
        int found = 0;
        for (Signal signal : signals) {
            found += extractor.extract(signal, Context.EMPTY).candidates().size();
        }
        count(count);
        return found;
    }

    /** Sentences, tokens, tags. */
    @Benchmark
    public int plainTags(Count count) {
        int found = 0;
        for (Signal signal : signals) {
            found += plain.tag(signal.text());
        }
        count(count);
        return found;
    }

    /** Sentences, tokens, tags, lemmas, chunks. */
    @Benchmark
    public int plainLemmasAndChunks(Count count) {
        int found = 0;
        for (Signal signal : signals) {
            found += plain.analyse(signal.text());
        }
        count(count);
        return found;
    }
}
