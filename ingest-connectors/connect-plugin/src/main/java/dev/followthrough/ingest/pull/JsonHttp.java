package dev.followthrough.ingest.pull;

import dev.followthrough.ingest.pull.JsonCalls.Raw;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** {@link JsonCalls} by Java's own HTTP client. Thread-safe; every wait can be interrupted. */
public final class JsonHttp {
    private final JsonCalls calls;
    private final HttpClient client;

    /**
     * @param source a word for errors: {@code hubspot}
     */
    public JsonHttp(String source, HttpClient client, Limiter limiter, Tools tools) {
        this.calls = new JsonCalls(source, limiter, tools);
        this.client = client;
    }

    /** A client that follows none: credentials go to the address that was set, and to no other. */
    public static HttpClient direct(Duration timeout) {
        return HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
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
        return calls.exchange(method, () -> raw(requests.next()));
    }

    private Raw raw(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = Whole.send(client, request, Raw.MAX_BYTES + 1);
        String host = String.valueOf(request.uri().getHost());
        return new Raw(host, response.statusCode(), response.headers(), response.body());
    }
}
