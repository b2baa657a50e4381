package dev.followthrough.ingest.pull;

import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.utils.Time;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A task's numbers in JMX, for workers older than Kafka 4.1: under the names that newer ones give
 * them, {@code kafka.connect:type=plugins,connector=…,task=…}. Thread-safe.
 *
 * <p>Kafka's reporter is used without its registry, which would bring a count of its own: under a
 * name that the worker's count has already.
 */
final class JmxBoard implements Meter.Board {
    private static final String DOMAIN = "kafka.connect";
    private static final String GROUP = "plugins";

    /** By task, whose numbers are shown: where one hangs, those of its successor. */
    private static final Map<Map<String, String>, JmxBoard> SHOWN = new HashMap<>();

    private final Map<String, String> task;
    private final JmxReporter reporter = new JmxReporter();

    private JmxBoard(Map<String, String> task) {
        this.task = task;
        reporter.contextChange(new KafkaMetricsContext(DOMAIN));
    }

    /** A board for a task, in place of the one that a task of this name may have left. */
    static JmxBoard of(String connector, String number) {
        Map<String, String> task = new LinkedHashMap<>();
        task.put("connector", connector);
        task.put("task", number);
        JmxBoard board = new JmxBoard(task);
        synchronized (SHOWN) {
            JmxBoard before = SHOWN.put(task, board);
            if (before != null) {
                before.reporter.close();
            }
        }
        return board;
    }

    @Override
    public void show(String name, String what, Map<String, String> tags, LongSupplier value) {
        Map<String, String> all = new LinkedHashMap<>(task);
        all.putAll(tags);
        KafkaMetric metric =
                new KafkaMetric(
                        new Object(),
                        new MetricName(name, GROUP, what, all),
                        (Gauge<Long>) (config, now) -> value.getAsLong(),
                        new MetricConfig(),
                        Time.SYSTEM);
        synchronized (SHOWN) {
            if (SHOWN.get(task) == this) { // a thread that is told to stop may still count
                reporter.metricChange(metric);
            }
        }
    }

    @Override
    public void close() {
        synchronized (SHOWN) {
            if (SHOWN.remove(task, this)) {
                reporter.close();
            }
        }
    }
}
