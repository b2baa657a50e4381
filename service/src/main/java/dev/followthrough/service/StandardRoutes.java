package dev.followthrough.service;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;

/** What every process answers: liveness, readiness and metrics. */
final class StandardRoutes {
    private static final JsonMapper JSON = new JsonMapper();

    private StandardRoutes() {}

    static void addTo(Host host) {
        host.route(
                Route.get(
                                "/health/live",
                                request -> health(host, state -> state != HealthCheck.State.DEAD))
                        .open());
        host.route(
                Route.get(
                                "/health/ready",
                                request -> health(host, state -> state == HealthCheck.State.READY))
                        .open());
        host.route(Route.get("/metrics", request -> metrics(host)));
    }

    private static Response health(Host host, Predicate<HealthCheck.State> good) {
        Map<String, HealthCheck.Health> parts = host.health();
        boolean up = parts.values().stream().allMatch(health -> good.test(health.state()));
        ObjectNode node = JSON.createObjectNode();
        node.put("status", up ? "up" : "down");
        ObjectNode details = node.putObject("parts");
        parts.forEach(
                (part, health) ->
                        details.put(
                                part,
                                health.state().name().toLowerCase(java.util.Locale.ROOT)
                                        + ": "
                                        + health.detail()));
        return Response.json(up ? 200 : 503, node.toString());
    }

    private static Response metrics(Host host) {
        return Response.of(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                host.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
