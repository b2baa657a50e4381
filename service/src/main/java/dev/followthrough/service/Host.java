package dev.followthrough.service;

import dev.followthrough.service.http.Route;
import dev.followthrough.service.http.Router;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The process a service runs in: its clock, metrics, health and routes. One for a service of its
 * own, one for all services in the embedded default. Safe to share between threads.
 */
public final class Host {
    private final InstantSource clock;
    private final PrometheusMeterRegistry metrics =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Router router = new Router();
    private final Map<String, HealthCheck> checks = new ConcurrentHashMap<>();
    private final BiConsumer<String, Throwable> onFailure;

    /**
     * @param clock what services call now; it may start at another instant than the machine's
     * @param onFailure told once when a service gave up, with its name and the cause; called on the
     *     thread that failed, must return at once
     */
    public Host(InstantSource clock, BiConsumer<String, Throwable> onFailure) {
        this.clock = clock;
        this.onFailure = onFailure;
        StandardRoutes.addTo(this);
    }

    public InstantSource clock() {
        return clock;
    }

    /** Where services count; scraped at {@code /metrics}. */
    public MeterRegistry metrics() {
        return metrics;
    }

    /** Adds a route of a service; possible at any time. */
    public void route(Route route) {
        router.add(route);
    }

    /**
     * Adds a part that the probes ask about; a part that stopped is taken out again by {@link
     * #forget}.
     */
    public void health(String part, HealthCheck check) {
        checks.put(part, check);
    }

    /** Takes a part out of the probes. */
    public void forget(String part) {
        checks.remove(part);
    }

    /** Says that a service gave up. */
    public void failed(String service, Throwable cause) {
        onFailure.accept(service, cause);
    }

    /** The routes of all services and the standard ones. */
    public Router router() {
        return router;
    }

    /** How each part is, by name. */
    public Map<String, HealthCheck.Health> health() {
        Map<String, HealthCheck.Health> states = new TreeMap<>();
        checks.forEach((part, check) -> states.put(part, check.check()));
        return states;
    }

    String scrape() {
        return metrics.scrape();
    }
}
