package dev.followthrough.ingest.pull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A source on a loopback port that answers as a test says. */
public final class Script implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /**
     * A request.
     *
     * @param query of the address, decoded
     */
    public record Asked(
            String method,
            String path,
            String query,
            Map<String, List<String>> headers,
            String body) {
        /** The first value of a header, empty where there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /**
     * An answer.
     *
     * @param cut how many bytes less are sent than announced, after which the connection is closed
     * @param stalls whether it stays open instead, without another byte
     */
    public record Told(
            int status, Map<String, String> headers, String body, int cut, boolean stalls) {
        public Told(int status, Map<String, String> headers, String body, int cut) {
            this(status, headers, body, cut, false);
        }

        /** Headers and half of the body, then nothing. */
        public static Told stalling(String body) {
            return new Told(200, Map.of(), body, body.length() / 2, true);
        }

        /** What a proxy answers in place of a source. */
        public static Told webPage() {
            return new Told(
                    200,
                    Map.of("Content-Type", "text/html; charset=utf-8"),
                    "<html><h1>Please log in, dear guest</h1></html>",
                    0);
        }

        public static Told json(String body) {
            return new Told(200, Map.of("Content-Type", "application/json"), body, 0);
        }

        public static Told status(int status) {
            return new Told(status, Map.of(), "", 0);
        }
    }

    private Script(HttpServer server, Function<Asked, Told> answers) {
        this.server = server;
        server.createContext("/", exchange -> answer(exchange, answers));
        server.setExecutor(threads);
    }

    public static Script start(Function<Asked, Told> answers) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Script script = new Script(server, answers);
            server.start();
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers in this order; the last one for good. */
    public static Script start(Told... answers) {
        java.util.concurrent.atomic.AtomicInteger next =
                new java.util.concurrent.atomic.AtomicInteger();
        return start(asked -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    private void answer(HttpExchange exchange, Function<Asked, Told> answers) throws IOException {
        try (exchange) {
            URI uri = exchange.getRequestURI();
            Asked request =
                    new Asked(
                            exchange.getRequestMethod(),
                            uri.getPath(),
                            uri.getQuery() == null ? "" : uri.getQuery(),
                            exchange.getRequestHeaders(),
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            asked.add(request);
            Told told = answers.apply(request);
            told.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(told.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body, 0, body.length - told.cut());
            if (told.stalls()) {
                exchange.getResponseBody().flush();
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
