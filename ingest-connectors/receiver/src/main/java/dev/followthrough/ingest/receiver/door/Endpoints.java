package dev.followthrough.ingest.receiver.door;

import dev.followthrough.service.http.Route;

import io.micrometer.core.instrument.MeterRegistry;

import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** What all endpoints of a receiver share: where to store, the clock, the bounds. Thread-safe. */
public final class Endpoints {
    private final RecordSink sink;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final Semaphore places;
    private final int perSecond;

    /**
     * @param inFlight requests at a time, over all endpoints
     * @param perSecond requests a second of each endpoint, of those that are signed
     */
    public Endpoints(
            RecordSink sink,
            InstantSource clock,
            MeterRegistry registry,
            int inFlight,
            int perSecond) {
        this.sink = sink;
        this.clock = clock;
        this.registry = registry;
        this.places = new Semaphore(inFlight);
        this.perSecond = perSecond;
    }

    /** The route of a webhook. */
    public Route route(Webhook webhook) {
        return new Endpoint(webhook, intake(webhook.name()), clock, flood()).route();
    }

    /** The bounds of one more endpoint: places are shared, so many a second are its own. */
    public Flood flood() {
        return new Flood(places, perSecond, System::nanoTime);
    }

    /** For what comes by another way than HTTP. */
    public Intake intake(String name) {
        return new Intake(name, sink, new DoorMetrics(registry, name));
    }

    public InstantSource clock() {
        return clock;
    }
}
