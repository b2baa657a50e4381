package dev.followthrough.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers that take their time, by accident or on purpose. */
class SlowClientTest {
    private static final String HEAD =
            "POST /things HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";

    private final Router router = new Router();
    private final Calls calls =
            new Calls(
                    add(router),
                    Map.of("http.body.timeout.ms", "400", "http.connections.max", "20"));

    private static Router add(Router router) {
        router.add(Route.post("/things", request -> Response.text(200, "taken")).open());
        return router;
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    private Socket connected(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), calls.port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }

    @Test
    void aBodyThatStopsIsCut() throws IOException {
        // Given
        try (Socket socket = connected(HEAD + "abc")) {
            // When
            String answer = answer(socket);

            // Then
            assertThat(answer).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatDripsIsCutAlthoughNoSingleReadIsSlow() throws IOException {
        // Given
        try (Socket socket = connected(HEAD)) {
            OutputStream out = socket.getOutputStream();

            // When
            AtomicInteger sent = new AtomicInteger();
            await().pollInterval(Duration.ofMillis(50)).until(() -> isCut(out, sent));

            // Then
            assertThat(sent).as("bytes taken before it was cut").hasValueLessThan(200);
        }
    }

    private static boolean isCut(OutputStream out, AtomicInteger sent) {
        try {
            out.write('x');
            out.flush();
            sent.incrementAndGet();
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void othersAreAnsweredWhileManyAreSlow() throws IOException {
        // Given
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            slow.add(connected(HEAD));
        }

        // When
        int status = calls.send("POST", "/things", "whole").statusCode();

        // Then
        assertThat(status).isEqualTo(200);
        for (Socket socket : slow) {
            assertThat(answer(socket)).doesNotContain("HTTP/1.1 200");
            socket.close();
        }
    }
}
