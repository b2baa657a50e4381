package dev.followthrough.service.http;

import dev.followthrough.service.StartException;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The one web server of a process. Answers with the routes of its router, on virtual threads;
 * checks the bearer token; bounds bodies; turns every error into {@code application/problem+json}.
 * Has no shutdown hook: whoever started it closes it.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Helidon logs through java.util.logging; held, because that keeps loggers weakly. */
    private static final java.util.logging.Logger HELIDON =
            java.util.logging.Logger.getLogger("io.helidon");

    /** Prints a stack trace where a port is taken; {@link #start} says the same in one line. */
    private static final java.util.logging.Logger HELIDON_START =
            java.util.logging.Logger.getLogger("io.helidon.webserver.LoomServer");

    static {
        HELIDON.setLevel(java.util.logging.Level.WARNING);
        HELIDON_START.setLevel(java.util.logging.Level.OFF);
    }

    private final Router router;
    private final Bearer bearer;
    private final int maxBody;
    private final Patience patience;
    private final WebServer server;

    private HttpServer(ServiceConfig config, Router router) {
        this.router = router;
        this.bearer = new Bearer(config.secret(CommonSettings.HTTP_TOKEN));
        this.maxBody = config.number(CommonSettings.HTTP_BODY_MAX_BYTES);
        this.patience = new Patience(config.number(CommonSettings.HTTP_BODY_TIMEOUT));
        this.server =
                WebServer.builder()
                        .host(config.text(CommonSettings.HTTP_HOST))
                        .port(config.number(CommonSettings.HTTP_PORT))
                        .shutdownHook(false)
                        .shutdownGracePeriod(Duration.ofSeconds(2))
                        .idleConnectionTimeout(Duration.ofSeconds(60))
                        .maxTcpConnections(config.number(CommonSettings.HTTP_CONNECTIONS_MAX))
                        .directHandlers(Malformed.handlers())
                        .routing(routing -> routing.any(this::answer))
                        .build();
    }

    /**
     * Binds and answers.
     *
     * @throws StartException where the address cannot be bound, with one line that says so
     */
    public static HttpServer start(ServiceConfig config, Router router) {
        HttpServer http = new HttpServer(config, router);
        try {
            http.server.start();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw taken(config, e);
        }
        // A port that is taken is logged by the web server, not thrown.
        if (!http.server.isRunning()) {
            throw taken(config, null);
        }
        return http;
    }

    private static StartException taken(ServiceConfig config, @Nullable Exception cause) {
        return new StartException(
                "cannot listen on "
                        + config.text(CommonSettings.HTTP_HOST)
                        + ":"
                        + config.number(CommonSettings.HTTP_PORT)
                        + ": in use or not allowed; set "
                        + CommonSettings.HTTP_PORT
                        + " to another port (0 takes a free one)",
                cause);
    }

    /** The port it listens on, also where 0 was asked for. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
        patience.close();
    }

    private void answer(ServerRequest request, ServerResponse response) {
        Response answer;
        try {
            answer = answer(request);
        } catch (Problem problem) {
            answer = problem.response();
        } catch (CloseConnectionException e) {
            // The caller is gone, or was too slow: nobody hears an answer.
            throw e;
        } catch (RuntimeException e) {
            // The last line of defence of a request: the caller learns nothing of our insides, the
            // operator everything.
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("method", request.prologue().method().text())
                    .addKeyValue("path", request.path().rawPath())
                    .log("request failed");
            answer =
                    Problem.of(
                                    500,
                                    "Internal error",
                                    "the request could not be answered; see the log of this service")
                            .response();
        }
        send(answer, response);
    }

    private Response answer(ServerRequest request) {
        String method = request.prologue().method().text();
        Router.Match match = router.find(method, request.path().rawPath());
        Map<String, String> headers = headers(request);
        if (match.route().access() == Route.Access.TOKEN) {
            bearer.check(headers.get("authorization"));
        }
        Map<String, String> query = new HashMap<>();
        request.query().names().forEach(name -> query.put(name, request.query().get(name)));
        return match.route()
                .handler()
                .handle(
                        new Request(
                                method,
                                request.path().rawPath(),
                                match.parameters(),
                                query,
                                headers,
                                body(request)));
    }

    private static Map<String, String> headers(ServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.headers()) {
            headers.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.get());
        }
        return headers;
    }

    private byte[] body(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        long stated = request.headers().contentLength().orElse(0);
        if (stated > maxBody) {
            throw tooLong();
        }
        try (Patience.Wait wait = patience.begin()) {
            return read(request.content().inputStream(), wait);
        } catch (IOException
                | UncheckedIOException
                | DataReader.InsufficientDataAvailableException e) {
            throw Problem.badRequest("the body ended before its stated length");
        }
    }

    /** Piece by piece: a caller that sends a byte now and then is slow too. */
    private byte[] read(InputStream in, Patience.Wait wait) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[8 * 1024];
        int length = in.read(piece);
        while (length >= 0) {
            body.write(piece, 0, length);
            if (body.size() > maxBody) {
                throw tooLong();
            }
            if (wait.isTooLong()) {
                throw Problem.of(408, "Request timeout", "a body must come whole in time");
            }
            length = in.read(piece);
        }
        return body.toByteArray();
    }

    private Problem tooLong() {
        return Problem.of(413, "Body too long", "a body must have at most " + maxBody + " bytes");
    }

    private static void send(Response answer, ServerResponse response) {
        response.status(answer.status());
        answer.headers().forEach((name, value) -> response.header(name, value));
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.header("X-Content-Type-Options", "nosniff");
        if (answer.body().length == 0) {
            response.send();
        } else {
            response.send(answer.body());
        }
    }
}
