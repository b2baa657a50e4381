package dev.followthrough.ingest.pull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;

import dev.followthrough.contracts.json.Json;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;

/**
 * Asks a source for JSON with patience, by whatever client: waits for the rate limit of the method
 * and for {@code Retry-After}, and tries again after 5xx, a lost connection, cut JSON and HTML in
 * place of JSON. Thread-safe; every wait can be interrupted.
 */
public final class JsonCalls {
    private static final ObjectMapper MAPPER = Json.mapperCopy();
    private static final int TOO_MANY = 429;
    private static final int TIMED_OUT = 408;

    private final String source;
    private final Limiter limiter;
    private final Tools tools;

    /**
     * @param source a word for errors: {@code hubspot}
     */
    public JsonCalls(String source, Limiter limiter, Tools tools) {
        this.source = source;
        this.limiter = limiter;
        this.tools = tools;
    }

    /** One try of a request, by whatever client. */
    public interface Exchange {
        /**
         * Sends it once.
         *
         * @throws IOException where no whole answer came
         */
        Raw once() throws IOException, InterruptedException;
    }

    /**
     * An answer as it came.
     *
     * @param host that was asked; whether it answered itself is another question
     */
    public record Raw(String host, int status, HttpHeaders headers, byte[] body) {
        /** Longest body that is read; whoever reads it stops one byte behind. */
        public static final int MAX_BYTES = Json.MAX_BYTES;
    }

    /**
     * Sends it until it is answered.
     *
     * @param method what the rate limit goes by and errors name: {@code crm.search}
     * @throws PullException.Unavailable where no try gave JSON
     */
    public Answer exchange(String method, Exchange exchange) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            limiter.acquire(method);
            try {
                Answer answer = once(method, exchange);
                if (answer.status() != TOO_MANY) {
                    return answer;
                }
                limiter.quiet(method, Retry.after(answer, tools.clock()));
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

    private Answer once(String method, Exchange exchange) throws InterruptedException {
        Raw raw;
        try {
            raw = exchange.once();
        } catch (IOException e) {
            String why = e instanceof NoAnswer ? e.getMessage() : e.getClass().getSimpleName();
            throw unavailable(method, "was not answered: " + why, Duration.ZERO, e);
        }
        if (raw.status() / 100 == 5 || raw.status() == TIMED_OUT) {
            throw unavailable(method, "answered " + raw.status(), quiet(method, raw), null);
        }
        JsonNode body = raw.status() == TOO_MANY ? NullNode.instance : json(method, raw);
        return new Answer(raw.status(), raw.headers(), body);
    }

    /** Until the source wants to be asked again, where it says so. */
    private Duration quiet(String method, Raw raw) {
        String header = raw.headers().firstValue("Retry-After").orElse("");
        if (header.isBlank()) {
            return Duration.ZERO;
        }
        Duration asked = Retry.after(header, tools.clock().instant());
        limiter.quiet(method, asked);
        return asked;
    }

    private JsonNode json(String method, Raw raw) {
        String answered = "answered " + raw.status() + " with ";
        if (raw.body().length > Raw.MAX_BYTES) {
            throw unavailable(method, answered + "more than " + Raw.MAX_BYTES + " bytes");
        }
        if (raw.body().length == 0) {
            return NullNode.instance;
        }
        try {
            return MAPPER.readTree(raw.body());
        } catch (JsonProcessingException e) {
            if (raw.status() / 100 == 4) {
                return NullNode.instance; // the status says it; gateways refuse in HTML
            }
            throw unavailable(method, answered + came(raw));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came instead of JSON, without quoting it. */
    private static String came(Raw raw) {
        byte[] body = raw.body();
        String type = raw.headers().firstValue("Content-Type").orElse("no content type");
        boolean html =
                type.toLowerCase(Locale.ROOT).contains("html")
                        || (body.length > 0 && body[0] == '<');
        String from = " (" + body.length + " bytes) from " + raw.host();
        return html
                ? "HTML instead of JSON"
                        + from
                        + ": usually a proxy or a sign-in page answers in its place, or the address is wrong"
                : "JSON that is cut or broken" + from;
    }

    private PullException.Unavailable unavailable(String method, String what) {
        return unavailable(method, what, Duration.ZERO, null);
    }

    private PullException.Unavailable unavailable(
            String method, String what, Duration asked, @Nullable Throwable cause) {
        return new PullException.Unavailable(source + " " + method + " " + what, asked, cause);
    }
}
