package dev.followthrough.ingest.pull.imap;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A token endpoint that gives scripted answers and remembers what it was asked. */
final class TokenServer implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    private record Answer(int status, String body) {}

    TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token",
                exchange -> {
                    synchronized (this) {
                        asked.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        Answer answer = answers.remove();
                        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(answer.status(), body.length);
                        exchange.getResponseBody().write(body);
                        exchange.close();
                    }
                });
        server.start();
    }

    synchronized TokenServer answers(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    TokenServer gives(String token) {
        return answers(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
    }

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
