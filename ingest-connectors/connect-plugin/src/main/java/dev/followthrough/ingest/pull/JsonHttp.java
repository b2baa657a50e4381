package dev.followthrough.ingest.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.followthrough.contracts.json.Json;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/**
 * Asks a source for JSON with patience: waits for the rate limit of the method and for {@code
 * Retry-After}, and tries again after 5xx, a lost connection, cut JSON and HTML in place of JSON.
 * Thread-safe; every wait can be interrupted.
 */
public final class JsonHttp {
    private static final ObjectMapper MAPPER = Json.mapperCopy();
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;

    private final String source;
    private final HttpClient client;
    private final Limiter limiter;
    private final Tools tools;

    /**
     * @param source a word for errors: {@code hubspot}
     */
    public JsonHttp(String source, HttpClient client, Limiter limiter, Tools tools) {
        this.source = source;
        this.client = client;
        this.limiter = limiter;
        this.tools = tools;
    }

    /** A client that all sources may share settings of; redirects are followed, but not to http. */
    public static HttpClient client(Duration timeout) {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** Makes a request anew for each try: a token may have been renewed meanwhile. */
    public interface Requests {
        /**
         * @throws PullException as {@link Feed#read}
         */
        HttpRequest next() throws InterruptedException;
    }

    /**
     * Sends it until it is answered.
     *
     * @param method what the rate limit goes by and errors name: {@code crm.search}
     * @throws PullException.Unavailable where no try gave JSON
     */
    public Answer send(String method, Requests requests) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            limiter.acquire(method);
            try {
                Answer answer = once(method, requests.next());
                if (answer.status() != TOO_MANY) {
                    return answer;
                }
                Duration wait = Retry.after(answer, tools.clock());
                limiter.quiet(method, wait);
                failures--; // the source is well, and says when to come back
            } catch (PullException.Unavailable e) {
                if (failures >= tools.attempts()) {
                    throw e;
                }
                tools.meter().retried();
                tools.pace().sleep(Backoff.REQUEST.after(failures));
            }
        }
    }

    private Answer once(String method, HttpRequest request) throws InterruptedException {
        HttpResponse<InputStream> response;
        byte[] body;
        try {
            response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                body = in.readNBytes(Json.MAX_BYTES + 1);
            }
        } catch (IOException e) {
            throw unavailable(method, "was not answered: " + e.getClass().getSimpleName(), e);
        }
        int status = response.statusCode();
        if (status / 100 == 5 || status == TIMED_OUT) {
            throw unavailable(method, "answered " + status, null);
        }
        if (status == TOO_MANY) {
            return new Answer(status, response.headers(), NullNode.instance);
        }
        return new Answer(status, response.headers(), json(method, response, body));
    }

    private JsonNode json(String method, HttpResponse<?> response, byte[] body) {
        int status = response.statusCode();
        if (body.length > Json.MAX_BYTES) {
            throw unavailable(
                    method,
                    "answered " + status + " with more than " + Json.MAX_BYTES + " bytes",
                    null);
        }
        if (body.length == 0) {
            return NullNode.instance;
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            if (status / 100 == 4) {
                return NullNode.instance; // the status says it; gateways refuse in HTML
            }
            throw unavailable(method, "answered " + status + " with " + came(response, body), null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What came instead of JSON, without quoting it. */
    private static String came(HttpResponse<?> response, byte[] body) {
        String type = response.headers().firstValue("Content-Type").orElse("no content type");
        boolean html =
                type.toLowerCase(Locale.ROOT).contains("html")
                        || (body.length > 0 && body[0] == '<');
        return (html ? "HTML instead of JSON" : "JSON that is cut or broken")
                + " ("
                + body.length
                + " bytes)";
    }

    private PullException.Unavailable unavailable(
            String method, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new PullException.Unavailable(
                source + " " + method + " " + what, Duration.ZERO, cause);
    }
}
