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

    /**
     * A meter on the worker's board or, where the worker is older than 4.1, in JMX under the same
     * names. To be closed with the task.
     *
     * @param props of the task
     */
    public static Meter meter(SourceTaskContext context, Map<String, String> props) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            return metrics == null ? Meter.unseen() : new Meter(new PluginBoard(metrics));
        } catch (UnsupportedOperationException e) {
            return Meter.unseen();
        } catch (LinkageError e) { // a worker that knows no such thing
            return new Meter(
                    JmxBoard.of(
                            props.getOrDefault("name", ""),
                            props.getOrDefault(PullConfig.TASK_NUMBER, "0")));
        }
    }

    @Override
    public void show(String name, String what, Map<String, String> tags, LongSupplier value) {
        MetricName full = metrics.metricName(name, what, new LinkedHashMap<>(tags));
        metrics.addMetric(full, (Gauge<Long>) (config, now) -> value.getAsLong());
    }
}
