package dev.followthrough.ingest.receiver.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;

/** What one endpoint took in. Thread-safe. */
public final class DoorMetrics {
    private static final String NAME = "followthrough.receiver.";
    private static final String ENDPOINT = "endpoint";
    private static final String REASON = "reason";

    private final MeterRegistry registry;
    private final String endpoint;
    private final Timer produce;
    private final Timer lag;

    DoorMetrics(MeterRegistry registry, String endpoint) {
        this.registry = registry;
        this.endpoint = endpoint;
        this.produce =
                Timer.builder(NAME + "produce")
                        .description("From handing records to Kafka until all replicas have them.")
                        .tag(ENDPOINT, endpoint)
                        .publishPercentileHistogram()
                        .register(registry);
        this.lag =
                Timer.builder(NAME + "lag")
                        .description("From saying or editing something until it is stored here.")
                        .tag(ENDPOINT, endpoint)
                        .register(registry);
    }

    public void received() {
        registry.counter(NAME + "received", ENDPOINT, endpoint).increment();
    }

    void published(String topic) {
        registry.counter(NAME + "published", ENDPOINT, endpoint, "topic", topic).increment();
    }

    public void skipped(String reason) {
        registry.counter(NAME + "skipped", ENDPOINT, endpoint, REASON, reason).increment();
    }

    /** A request that was refused, by its status, or a part of one that is a dead letter. */
    public void rejected(String reason) {
        registry.counter(NAME + "rejected", ENDPOINT, endpoint, REASON, reason).increment();
    }

    void lag(Duration behindSource) {
        lag.record(behindSource);
    }

    Timer produce() {
        return produce;
    }
}
