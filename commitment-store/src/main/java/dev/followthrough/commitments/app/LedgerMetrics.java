package dev.followthrough.commitments.app;

import dev.followthrough.commitments.domain.Changes;
import dev.followthrough.commitments.domain.Publication;
import dev.followthrough.commitments.topology.LedgerListener;
import dev.followthrough.contracts.model.CommitmentEvent;
import dev.followthrough.contracts.model.Reading;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Counts what the ledger does: events by kind, comparisons a decision, and the time from said to
 * commitment. A backfill makes that time as long as its signals are old.
 */
final class LedgerMetrics implements LedgerListener {
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final Timer latency;
    private final DistributionSummary comparisons;

    LedgerMetrics(MeterRegistry metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.latency =
                Timer.builder("followthrough.commitment.latency")
                        .description("From said to commitment opened.")
                        .serviceLevelObjectives(
                                Duration.ofMillis(500),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1))
                        .register(metrics);
        this.comparisons =
                DistributionSummary.builder("followthrough.ledger.comparisons")
                        .description("Pairs of mentions compared for one record.")
                        .register(metrics);
    }

    @Override
    public void decided(@Nullable Reading cause, Changes changes) {
        comparisons.record((double) changes.comparisons());
        for (Publication each : changes.publications()) {
            if (each instanceof Publication.OfEvent happened) {
                count(happened.event(), cause);
            }
        }
    }

    private void count(CommitmentEvent event, @Nullable Reading cause) {
        String kind = event.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("followthrough.commitment.events", "kind", kind).increment();
        if (event.kind() == CommitmentEvent.Kind.OPENED && cause != null) {
            Duration since = Duration.between(cause.saidAt(), clock.instant());
            latency.record(since.isNegative() ? Duration.ZERO : since);
        }
    }
}
