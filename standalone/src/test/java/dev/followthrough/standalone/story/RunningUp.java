package dev.followthrough.standalone.story;

import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.DataFolder;
import dev.followthrough.standalone.app.Embedded;
import dev.followthrough.standalone.app.UpSettings;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** What {@code followthrough up PATH} starts, in this JVM, with its clock at an instant. */
final class RunningUp implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final DataFolder data;
    private final Embedded embedded;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    RunningUp(Path data, Path files, Instant asOf) {
        this.data = DataFolder.open(data);
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), asOf));
        Host host = new Host(clock, (service, cause) -> failure.compareAndSet(null, cause));
        // Alerts at once, without waiting for a conversation to settle.
        Map<String, String> environment = Map.of("FOLLOWTHROUGH_ALERTING_SETTLING_MS", "0");
        UpSettings settings = new UpSettings(this.data, List.of(files), 0, environment, null, null);
        this.embedded = new Embedded(settings, host, line -> {});
    }

    static RunningUp start(Path data, Path files, Instant asOf) {
        RunningUp up = new RunningUp(data, files, asOf);
        up.embedded.start(config -> () -> {});
        return up;
    }

    ServiceConfig config() {
        return embedded.config();
    }

    /** Why a service gave up, or null. */
    @Nullable Throwable failure() {
        return failure.get();
    }

    HttpResponse<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + embedded.port() + path);
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        embedded.close();
        data.close();
    }
}
