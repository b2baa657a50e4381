package dev.followthrough.service.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/**
 * Answers what is no HTTP request at all, before any route is looked for: the web server's own
 * refusals, as problems and without its words.
 */
final class Malformed implements DirectHandler {
    /** For every kind of refusal. */
    static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, new Malformed());
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            String message) {
        Response answer =
                Problem.of(
                                status.code(),
                                status.reasonPhrase(),
                                "the request must be well-formed HTTP/1.1, with headers of at most 16 KiB")
                        .response();
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "application/problem+json")
                .keepAlive(event.keepAlive())
                .entity(answer.body())
                .build();
    }
}
