package dev.followthrough.ingest.receiver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A source's API with scripted answers, by path and query or by path alone. */
public final class StubApi implements AutoCloseable {
    /** What was asked, with the token. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    public StubApi() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public StubApi says(String path, String body) {
        answers.put(path, body);
        return this;
    }

    public StubApi fails(String path, int status) {
        statuses.put(path, status);
        return this;
    }

    /** Answers with headers and half a body, and then says nothing more. */
    public StubApi stalls(String path) {
        stalled.add(path);
        return this;
    }

    public StubApi heals(String path) {
        statuses.remove(path);
        stalled.remove(path);
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString().substring(1);
        String bare = exchange.getRequestURI().getPath().substring(1);
        asked.add(
                path
                        + " "
                        + exchange.getRequestHeaders().getFirst("Authorization")
                        + (body.isEmpty() ? "" : " " + body));
        String answer = answers.getOrDefault(path, answers.get(bare));
        int status = statuses.getOrDefault(bare, answer == null ? 404 : 200);
        byte[] bytes =
                (answer == null || status != 200 ? "<html>no</html>" : answer)
                        .getBytes(StandardCharsets.UTF_8);
        if (stalled.contains(bare)) {
            stall(exchange, bytes);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void stall(HttpExchange exchange, byte[] half) throws IOException {
        exchange.sendResponseHeaders(200, half.length * 2L);
        exchange.getResponseBody().write(half);
        exchange.getResponseBody().flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
