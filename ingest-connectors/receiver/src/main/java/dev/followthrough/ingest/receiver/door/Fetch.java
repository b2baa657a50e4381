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

/**
 * Reads what a webhook only names. Bounded in time and bytes; redirects are followed by name, never
 * from HTTPS to plain HTTP. Thread-safe.
 */
public final class Fetch implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Duration timeout;
    private final int maxBytes;

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

    private Fetched send(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] body = in.readNBytes(maxBytes + 1);
                return new Fetched(response.statusCode(), body, body.length > maxBytes);
            }
        } catch (IOException e) {
            return new Fetched(0, new byte[0], false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched(0, new byte[0], false);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
