package dev.followthrough.ingest.receiver;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.DirectoryEntry;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.topic.Topics;
import dev.followthrough.ingest.receiver.door.Outgoing;
import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.http.Problem;
import dev.followthrough.service.http.Route;

import io.micrometer.core.instrument.Counter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The receiver as it is configured, behind a real web server, with records kept in memory. */
public final class Front implements AutoCloseable {
    public static final Instant NOW = Instant.ofEpochSecond(1_772_463_900);
    public static final String SECRET = "followthrough-test-signing-secret";

    public final List<Outgoing> stored = new CopyOnWriteArrayList<>();
    private final Host host = new Host(() -> NOW, (service, cause) -> {});
    private final HttpClient client = HttpClient.newHttpClient();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final HttpServer server;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean afterwards;

    /** Settings by key and value, one behind the other. */
    public Front(String... settings) {
        Map<String, String> values = new HashMap<>();
        values.put("bootstrap.servers", "none:1");
        values.put("http.port", "0");
        values.put("http.body.max.bytes", "65536");
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        ServiceConfig config = ServiceConfig.of(ReceiverService.settings(), values);
        ReceiverService.routes(config, host, this::store, running);
        server = HttpServer.start(config, host.router());
    }

    private void store(List<Outgoing> records) {
        RuntimeException now = failure;
        if (now != null && !afterwards) {
            throw now;
        }
        stored.addAll(records);
        if (now != null) {
            throw now;
        }
    }

    /** From now on nothing can be stored. */
    public void brokerDown() {
        failure = Problem.unavailable("down", 5);
        afterwards = false;
    }

    /** From now on everything is stored, and then the process dies before it answers. */
    public void killedBehindTheWrite() {
        failure = new IllegalStateException("killed");
        afterwards = true;
    }

    public void healed() {
        failure = null;
    }

    public int port() {
        return server.port();
    }

    /** The receiver's own routes. */
    public List<String> paths() {
        return host.router().routes().stream()
                .map(Route::path)
                .filter(path -> !path.startsWith("/health/") && !path.equals("/metrics"))
                .sorted()
                .toList();
    }

    public String health() {
        return host.health().toString();
    }

    /** The value of a counter; 0 where nothing was counted. */
    public double count(String name, String endpoint, String... tag) {
        return host
                .metrics()
                .find("followthrough.receiver." + name)
                .tag("endpoint", endpoint)
                .counters()
                .stream()
                .filter(
                        counter ->
                                tag.length == 0
                                        || Objects.equals(counter.getId().getTag(tag[0]), tag[1]))
                .mapToDouble(Counter::count)
                .sum();
    }

    /** How far behind its source an endpoint was at most, in seconds. */
    public double lag(String endpoint) {
        return host.metrics()
                .get("followthrough.receiver.lag")
                .tag("endpoint", endpoint)
                .timer()
                .max(TimeUnit.SECONDS);
    }

    public List<Signal> signals() {
        return stored.stream()
                .filter(one -> one.topic().name().startsWith("ingest.signal."))
                .map(one -> Json.read(Objects.requireNonNull(one.value()), Signal.class))
                .toList();
    }

    public Signal onlySignal() {
        List<Signal> signals = signals();
        if (signals.size() != 1) {
            throw new AssertionError("one signal expected, were " + keys());
        }
        return signals.get(0);
    }

    public List<DirectoryEntry> entries() {
        return stored.stream()
                .filter(one -> one.topic().equals(Topics.DIRECTORY) && one.value() != null)
                .map(one -> Json.read(Objects.requireNonNull(one.value()), DirectoryEntry.class))
                .toList();
    }

    public List<DeadLetter> deadLetters() {
        return stored.stream()
                .filter(one -> one.topic().name().equals("ingest.dead-letter.v1"))
                .map(one -> Json.read(Objects.requireNonNull(one.value()), DeadLetter.class))
                .toList();
    }

    /** Of the signals, in their order; null where one has none. */
    public List<@Nullable String> permalinks() {
        List<@Nullable String> links = new ArrayList<>();
        for (Outgoing one : stored) {
            if (one.topic().name().startsWith("ingest.signal.")) {
                links.add(one.permalink());
            }
        }
        return links;
    }

    public List<String> keys() {
        return stored.stream().map(one -> one.topic().name() + " " + one.key()).toList();
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(client, server.port(), path, body, headers);
    }

    /** The status of a call of any server. */
    static int send(int port, String path, String body, String... headers) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return send(client, port, path, utf8(body), headers).statusCode();
        }
    }

    private static HttpResponse<String> send(
            HttpClient client, int port, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Signed as Slack signs. */
    public HttpResponse<String> slack(String json, String... more) {
        return post("/slack/events", json, slackHeaders(json, more));
    }

    public static String[] slackHeaders(String body, String... more) {
        String timestamp = Long.toString(NOW.getEpochSecond());
        byte[] mac = Signature.sha256(SECRET).of(utf8("v0:" + timestamp + ":"), utf8(body));
        String[] own = {
            "X-Slack-Request-Timestamp",
            timestamp,
            "X-Slack-Signature",
            "v0=" + HexFormat.of().formatHex(mac)
        };
        return Stream.of(own, more).flatMap(Stream::of).toArray(String[]::new);
    }

    static void closeAll(Deque<AutoCloseable> running) {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closeAll(running);
        client.close();
        server.close();
    }
}
