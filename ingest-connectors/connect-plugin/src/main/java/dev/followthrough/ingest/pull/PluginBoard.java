package dev.followthrough.ingest.pull;

import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** The metrics of the worker, which carry the names of connector and task (Kafka 4.1 and newer). */
public final class PluginBoard implements Meter.Board {
    private final PluginMetrics metrics;

    private PluginBoard(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    /** A meter on the worker's board; where the worker is older than 4.1, nobody sees it. */
    public static Meter meter(SourceTaskContext context) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            return metrics == null ? Meter.unseen() : new Meter(new PluginBoard(metrics));
        } catch (LinkageError | UnsupportedOperationException e) {
            return Meter.unseen();
        }
    }

    @Override
    public void show(String name, String what, Map<String, String> tags, LongSupplier value) {
        MetricName full = metrics.metricName(name, what, new LinkedHashMap<>(tags));
        metrics.addMetric(full, (Gauge<Long>) (config, now) -> value.getAsLong());
    }
}
