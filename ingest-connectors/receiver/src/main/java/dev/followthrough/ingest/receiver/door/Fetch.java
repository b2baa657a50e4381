package dev.followthrough.ingest.receiver.door;

import com.fasterxml.jackson.databind.JsonNode;

import dev.followthrough.service.http.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads what a webhook only names. Bounded in time, from the call to the last byte, and in bytes;
 * redirects are followed by name, never from HTTPS to plain HTTP. Thread-safe.
 */
public final class Fetch implements AutoCloseable {
    private static final Fetched NONE = new Fetched(0, new byte[0], false);

    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Duration timeout;
    private final int maxBytes;

    /**
     * @param timeout of a whole call: name, connection, redirects, headers and body
     * @param maxBytes of a body; a longer one is cut
     */
    public Fetch(Duration timeout, int maxBytes) {
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    /**
     * What came of it.
     *
     * @param status of HTTP; 0 where there was no answer
     * @param body cut where it is longer than allowed
     */
    public record Fetched(int status, byte[] body, boolean cut) {
        public boolean isOk() {
            return status == 200 && !cut;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** As JSON, or null where it is something else: proxies answer with HTML. */
        public @Nullable JsonNode json() {
            try {
                return JsonBody.read(body);
            } catch (Problem e) {
                return null;
            }
        }
    }

    /** Never throws: no answer is a value too. */
    public Fetched get(URI uri, String bearer) {
        return send(request(uri, bearer).GET().build());
    }

    /** A POST of JSON; never throws either. */
    public Fetched post(URI uri, String bearer, byte[] json) {
        return send(
                request(uri, bearer)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build());
    }

    private HttpRequest.Builder request(URI uri, String bearer) {
        return HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Authorization", "Bearer " + bearer);
    }

    /**
     * The client's own timeout ends with the headers of each redirect; a body may stall behind
     * them. So the call has a thread of its own, whose interruption closes connection and body.
     */
    private Fetched send(HttpRequest request) {
        Future<Fetched> call;
        try {
            call = calls.submit(() -> exchange(request));
        } catch (RejectedExecutionException closed) {
            return NONE;
        }
        try {
            return call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        } finally {
            call.cancel(true);
        }
    }

    private Fetched exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            byte[] body = in.readNBytes(maxBytes + 1);
            return new Fetched(response.statusCode(), body, body.length > maxBytes);
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
        client.shutdownNow();
    }
}
