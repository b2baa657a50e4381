package dev.followthrough.benchmarks;

import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Deployment;

import org.apache.kafka.clients.producer.KafkaProducer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One system under load: first as fast as it takes a number of signals, then at a steady rate.
 *
 * @param signalsPerSecond from the first send until what was sent last is seen at the output
 * @param millis of each promise of the steady phase, from send to output, sorted
 */
record Run(double signalsPerSecond, List<Double> millis) {
    /**
     * Promises behind the signals of the first phase, so many a source that every partition of
     * every topic ends in one: when they are through, all is.
     */
    private static final int MARKERS = 24;

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(15);

    Run {
        millis = List.copyOf(millis);
    }

    static Run of(
            String name,
            Load load,
            KafkaProducer<String, byte[]> producer,
            Deployment deployment,
            Watch output,
            Size size) {
        burst(name + "warm", load, producer, deployment, output, size.warmUp(), 0);
        double rate =
                burst(
                        name + "burst",
                        load,
                        producer,
                        deployment,
                        output,
                        size.signals(),
                        size.warmUp());
        return new Run(rate, steady(name + "steady", load, producer, deployment, output, size));
    }

    /**
     * How much is sent.
     *
     * @param warmUp signals before anything is measured
     * @param signals of the first phase
     * @param rate promises a second in the steady phase
     * @param seconds of the steady phase
     */
    record Size(int warmUp, int signals, int rate, int seconds) {}

    private static double burst(
            String name,
            Load load,
            KafkaProducer<String, byte[]> producer,
            Deployment deployment,
            Watch output,
            int signals,
            int first) {
        long begun = System.nanoTime();
        for (int i = 0; i < signals; i++) {
            Load.send(producer, deployment, load.signal(first + i));
        }
        List<Source> sources = load.sources();
        int markers = MARKERS * sources.size();
        for (int i = 0; i < markers; i++) {
            Source source = sources.get(i % sources.size());
            Load.send(producer, deployment, load.promise(name + "-" + i, i, source));
        }
        producer.flush();
        long last = begun;
        for (int i = 0; i < markers; i++) {
            last = Math.max(last, await(output, name + "-" + i));
        }
        return (signals + markers) * 1e9 / (last - begun);
    }

    private static List<Double> steady(
            String name,
            Load load,
            KafkaProducer<String, byte[]> producer,
            Deployment deployment,
            Watch output,
            Size size) {
        int count = size.rate() * size.seconds();
        long[] sent = new long[count];
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = begun + i * 1_000_000_000L / size.rate();
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sent[i] = System.nanoTime();
            Load.send(producer, deployment, load.promise(name + "-" + i, i, Source.EMAIL));
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            millis.add((await(output, name + "-" + i) - sent[i]) / 1e6);
        }
        millis.sort(null);
        return millis;
    }

    private static long await(Watch output, String name) {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < until) {
            Long at = output.seen(name);
            if (at != null) {
                return at;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new IllegalStateException(name + " did not come through within 15 minutes");
    }

    /** The value that this share of the promises kept below; 0.99 is the 99th percentile. */
    double quantile(double share) {
        return millis.get((int) Math.min(millis.size() - 1.0, Math.floor(share * millis.size())));
    }
}
