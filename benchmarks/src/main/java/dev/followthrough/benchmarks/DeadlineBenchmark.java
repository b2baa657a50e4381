package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.time.TimeContext;
import dev.followthrough.extract.time.TimeGrammar;

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
 * What the deadline grammar costs a message in which it finds no time, and one in which it finds
 * some. An operation is a message, one after the other.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class DeadlineBenchmark {
    /** {@value Corpus#DEAL}, or a folder of texts. */
    @Param(Corpus.DEAL)
    public String texts = Corpus.DEAL;

    private final TimeGrammar grammar = TimeGrammar.english();
    private List<Signal> without = List.of();
    private List<Signal> with = List.of();
    private int next;

    @Setup
    public void read() {
        List<Signal> all = Corpus.read(texts).signals();
        without = all.stream().filter(signal -> find(signal) == 0).toList();
        with = all.stream().filter(signal -> find(signal) > 0).toList();
        if (without.isEmpty() || with.isEmpty()) {
            throw new IllegalStateException("texts must be some with and some without a time");
        }
        System.out.printf(
                "%d without a time, %.0f characters each; %d with one, %.0f characters each%n",
                without.size(), length(without), with.size(), length(with));
    }

    private static double length(List<Signal> signals) {
        return signals.stream().mapToInt(signal -> signal.text().length()).average().orElse(0);
    }

    private int find(Signal signal) {
        return grammar.find(signal.text(), TimeContext.of(signal.saidAt(), signal.zone())).size();
    }

    @Benchmark
    public int withoutTime() {
        return find(without.get(Math.floorMod(next++, without.size())));
    }

    @Benchmark
    public int withTime() {
        return find(with.get(Math.floorMod(next++, with.size())));
    }
}
