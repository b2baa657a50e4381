package dev.followthrough.commitments.app;

import dev.followthrough.commitments.domain.Condition;
import dev.followthrough.commitments.domain.Row;
import dev.followthrough.commitments.domain.Standing;
import dev.followthrough.commitments.domain.Table;
import dev.followthrough.commitments.domain.Tables;
import dev.followthrough.commitments.query.Ledgers;
import dev.followthrough.commitments.query.Located;
import dev.followthrough.service.http.Problem;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Open commitments by condition, of the partitions this instance is active for. Conditions change
 * with the clock alone, so they are sampled: a sample reads one small row for each open commitment,
 * in chunks, on a thread of its own. Between samples a gauge shows the last one.
 */
final class ConditionGauges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConditionGauges.class);
    private static final int CHUNK = 500;
    private static final String END = "\uffff";
    private static final String NAME = "followthrough.commitments";

    private final Ledgers ledgers;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final List<Meter> meters = new ArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("commitment-conditions").factory());
    private volatile Sample sample = new Sample(0, Map.of());

    private ConditionGauges(Ledgers ledgers, MeterRegistry metrics, InstantSource clock) {
        this.ledgers = ledgers;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Registers the gauges and samples at this interval until closed. */
    static ConditionGauges start(
            Ledgers ledgers, MeterRegistry metrics, InstantSource clock, Duration every) {
        ConditionGauges gauges = new ConditionGauges(ledgers, metrics, clock);
        gauges.register();
        var unused =
                gauges.thread.scheduleWithFixedDelay(
                        gauges::trySample,
                        every.toMillis(),
                        every.toMillis(),
                        TimeUnit.MILLISECONDS);
        return gauges;
    }

    private void register() {
        meters.add(
                Gauge.builder(NAME, this, gauges -> gauges.sample.open())
                        .tag("condition", "open")
                        .register(metrics));
        for (Condition each : Condition.values()) {
            meters.add(
                    Gauge.builder(NAME, this, gauges -> gauges.sample.of(each))
                            .tag("condition", each.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        meters.forEach(metrics::remove);
    }

    private void trySample() {
        try {
            sample();
        } catch (Problem moving) {
            LOG.atDebug().log("partition moved while sampled; the next sample counts it");
        } catch (Exception e) {
            // Thrown out of here it would end all later samples without a word.
            LOG.atWarn().setCause(e).log("open commitments could not be counted");
        }
    }

    void sample() {
        Instant now = clock.instant();
        Sample counted = new Sample(0, Map.of());
        for (int partition = 0; partition < ledgers.partitions(); partition++) {
            if (ledgers.ledger(partition, false) instanceof Located.Here<Tables> here) {
                counted = counted.plus(here.value(), now);
            }
        }
        sample = counted;
    }

    /** What was counted. */
    private record Sample(int open, Map<Condition, Integer> conditions) {
        int of(Condition condition) {
            return conditions.getOrDefault(condition, 0);
        }

        Sample plus(Tables tables, Instant now) {
            Map<Condition, Integer> counts = new EnumMap<>(Condition.class);
            counts.putAll(conditions);
            int all = open;
            String from = "";
            List<Row<Standing>> rows;
            do {
                rows = tables.range(Table.OPEN, from, END, Tables.Direction.FORWARD, CHUNK);
                for (Row<Standing> row : rows) {
                    all++;
                    count(row.value(), now, counts);
                    from = row.key() + '\0';
                }
            } while (rows.size() == CHUNK);
            return new Sample(all, counts);
        }

        private static void count(Standing open, Instant now, Map<Condition, Integer> counts) {
            for (Condition each : Condition.values()) {
                if (each.holds(open, now)) {
                    counts.merge(each, 1, Integer::sum);
                }
            }
        }
    }
}
