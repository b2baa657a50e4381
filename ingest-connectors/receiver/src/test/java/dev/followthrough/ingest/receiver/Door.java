package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionId;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.ingest.receiver.door.Endpoints;
import dev.followthrough.ingest.receiver.slack.SlackSignature;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;

import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The receiver's routes behind a real web server, with actions kept in memory by their keys. */
final class Door implements AutoCloseable {
    static final Instant NOW = Instant.ofEpochSecond(1_772_463_900);
    static final String TOKEN = "0123456789abcdef";
    static final String SECRET = "followthrough-test-signing-secret";

    final Map<String, Action> stored = new LinkedHashMap<>();
    private final AtomicInteger given = new AtomicInteger();
    private final Host host = new Host(() -> NOW, (service, cause) -> {});
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private @Nullable RuntimeException failure;

    Door(@Nullable SlackSignature slack) {
        new ActionRoutes(
                        this::store,
                        new Endpoints(records -> {}, host.clock(), host.metrics(), 256, 500),
                        () -> new ActionId("given:" + given.incrementAndGet()),
                        host.metrics(),
                        slack)
                .routes()
                .forEach(host::route);
        server =
                HttpServer.start(
                        ServiceConfig.of(
                                new ConfigDef(),
                                Map.of(
                                        "bootstrap.servers", "none:1",
                                        "http.port", "0",
                                        "http.token", TOKEN,
                                        "http.body.max.bytes", "16384")),
                        host.router());
    }

    private void store(Action action) {
        if (failure != null) {
            throw failure;
        }
        stored.put(Keys.action(action).toString(), action);
    }

    /** From now on nothing can be stored. */
    void fail(RuntimeException cause) {
        failure = cause;
    }

    MeterRegistry metrics() {
        return host.metrics();
    }

    Action only() {
        if (stored.size() != 1) {
            throw new AssertionError("one action expected, were " + stored.keySet());
        }
        return stored.values().iterator().next();
    }

    /** With the token, as JSON. */
    HttpResponse<String> act(String json) {
        return post(
                "/v1/actions",
                json,
                "Authorization",
                "Bearer " + TOKEN,
                "Content-Type",
                "application/json");
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
