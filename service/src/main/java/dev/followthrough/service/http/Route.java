package dev.followthrough.service.http;

import java.util.Locale;

/**
 * A method, a path and what answers it.
 *
 * @param method upper case: {@code GET}, {@code POST} …
 * @param path segments separated by {@code /}; one in braces binds a parameter: {@code
 *     /v1/accounts/{id}}. Segments are matched before they are decoded, so a parameter may hold
 *     {@code %2F}
 * @param access who may call it once a token is configured
 * @param handler called by many threads at once
 */
public record Route(String method, String path, Access access, Handler handler) {
    /** Who may call a route once a token is configured. */
    public enum Access {
        /** Bearers of the token. */
        TOKEN,
        /** Anybody who reaches the port: probes, and webhooks that check a signature themselves. */
        OPEN
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @throws Problem where the request cannot be answered; anything else thrown is a bug,
         *     answered by 500 and logged
         */
        Response handle(Request request);
    }

    public Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path of a route must start with '/', was '" + path + "'");
        }
        method = method.toUpperCase(Locale.ROOT);
    }

    /** A route that reads, for bearers of the token. */
    public static Route get(String path, Handler handler) {
        return new Route("GET", path, Access.TOKEN, handler);
    }

    /** A route that takes something in, for bearers of the token. */
    public static Route post(String path, Handler handler) {
        return new Route("POST", path, Access.TOKEN, handler);
    }

    /** The same route for anybody who reaches the port. */
    public Route open() {
        return new Route(method, path, Access.OPEN, handler);
    }
}
