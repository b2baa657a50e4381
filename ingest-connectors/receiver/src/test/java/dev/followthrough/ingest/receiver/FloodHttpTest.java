package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.receiver.door.Outgoing;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Many callers, slow callers, forged callers, over real HTTP. */
class FloodHttpTest {
    private static final String BODY =
            "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"text\":\"hi\",\"ts\":\"1772463811.1\"}}";

    private static List<Integer> statuses(Front front, int requests, String... headers) {
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> front.post("/slack/events", BODY, headers), callers));
            }
            return answers.stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();
        }
    }

    @Test
    void moreThanSoManyASecondAreAskedToComeAgainAndEachThatWasAnsweredIsStored() throws Exception {
        // Given
        try (Front front =
                new Front(
                        "receiver.slack.signing.secret",
                        Front.SECRET,
                        "receiver.requests.per.second",
                        "5")) {
            // When
            List<Integer> statuses = statuses(front, 200, Front.slackHeaders(BODY));

            // Then
            long taken = statuses.stream().filter(status -> status == 200).count();
            assertThat(statuses).containsOnly(200, 429);
            assertThat(taken).isBetween(5L, 150L);
            assertThat(front.signals()).hasSize((int) taken);
            assertThat(front.count("rejected", "slack-events", "reason", "refused-429"))
                    .isEqualTo(200.0 - taken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/actions", "/slack/interactions"})
    void decisionsAreBoundedAsWebhooksAre(String path) throws Exception {
        // Given
        String body =
                path.equals("/v1/actions")
                        ? "{\"kind\":\"done\",\"conversation\":\"deal:d\",\"by\":{\"id\":\"u\"}}"
                        : "payload=%7B%7D";
        try (Front front =
                new Front(
                        "receiver.slack.signing.secret",
                        Front.SECRET,
                        "receiver.requests.per.second",
                        "1")) {
            // When
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(front.post(path, body, Front.slackHeaders(body)));
            }

            // Then
            assertThat(answers.get(0).statusCode()).isBetween(200, 202);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 429)
                    .isNotEmpty()
                    .allSatisfy(
                            answer ->
                                    assertThat(answer.headers().firstValue("Retry-After"))
                                            .hasValue("1"));
        }
    }

    @Test
    void clicksAndActionsWaitForAPlaceAsWebhooksDo() throws Exception {
        // Given
        CountDownLatch acknowledged = new CountDownLatch(1);
        AtomicInteger writing = new AtomicInteger();
        try (Waiting waiting = new Waiting(acknowledged, writing);
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Integer> first =
                    CompletableFuture.supplyAsync(waiting::send, callers);
            await().until(() -> writing.get() == 1);

            // When
            int action = waiting.send("/v1/actions", "{}");
            int click = waiting.send("/slack/interactions", "payload=%7B%7D");

            // Then
            assertThat(List.of(action, click)).containsOnly(429);
            acknowledged.countDown();
            assertThat(first.join()).isEqualTo(200);
        }
    }

    @Test
    void aFloodOfForgedRequestsLocksNoTrueSenderOut() throws Exception {
        // Given
        try (Front front =
                new Front(
                        "receiver.slack.signing.secret",
                        Front.SECRET,
                        "receiver.requests.per.second",
                        "1")) {
            // When
            List<Integer> forged = statuses(front, 100, Front.slackHeaders("something else"));
            int signed = front.slack(BODY).statusCode();

            // Then
            assertThat(forged).containsOnly(401);
            assertThat(signed).isEqualTo(200);
        }
    }

    @Test
    void slowCallersTakeNoPlaceFromOthers() throws Exception {
        // Given
        try (Front front =
                new Front(
                        "receiver.slack.signing.secret", Front.SECRET,
                        "receiver.requests.in.flight", "1",
                        "http.body.timeout.ms", "30000")) {
            List<Socket> slow = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                slow.add(halfARequest(front.port()));
            }

            // When
            int status = front.slack(BODY).statusCode();

            // Then
            assertThat(status).isEqualTo(200);
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket halfARequest(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(
                        ("POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void whileAWriteLastsNobodyIsAnsweredAndWhoFindsNoPlaceComesAgain() throws Exception {
        // Given
        CountDownLatch acknowledged = new CountDownLatch(1);
        AtomicInteger writing = new AtomicInteger();
        try (Waiting waiting = new Waiting(acknowledged, writing);
                ExecutorService callers = Executors.newFixedThreadPool(2)) {
            CompletableFuture<Integer> first =
                    CompletableFuture.supplyAsync(waiting::send, callers);
            await().until(() -> writing.get() == 1);

            // When
            int second = waiting.send();

            // Then
            assertThat(second).isEqualTo(429);
            assertThat(first).isNotDone();
            acknowledged.countDown();
            assertThat(first.join()).isEqualTo(200);
        }
    }

    /** A receiver whose broker acknowledges when the test says so. */
    private static final class Waiting implements AutoCloseable {
        private final ArrayDeque<AutoCloseable> running = new ArrayDeque<>();
        private final Host host = new Host(() -> Front.NOW, (service, cause) -> {});
        private final CountDownLatch acknowledged;
        private final AtomicInteger writing;
        private final HttpServer server;

        Waiting(CountDownLatch acknowledged, AtomicInteger writing) {
            this.acknowledged = acknowledged;
            this.writing = writing;
            ServiceConfig config =
                    ServiceConfig.of(
                            ReceiverService.settings(),
                            Map.of(
                                    "bootstrap.servers", "none:1",
                                    "http.port", "0",
                                    "receiver.requests.in.flight", "1",
                                    "receiver.slack.signing.secret", Front.SECRET));
            ReceiverService.routes(config, host, this::store, running);
            server = HttpServer.start(config, host.router());
        }

        private void store(List<Outgoing> records) {
            writing.incrementAndGet();
            try {
                acknowledged.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        int send() {
            return send("/slack/events", BODY);
        }

        int send(String path, String body) {
            return Front.send(server.port(), path, body, Front.slackHeaders(body));
        }

        @Override
        public void close() {
            Front.closeAll(running);
            server.close();
        }
    }
}
