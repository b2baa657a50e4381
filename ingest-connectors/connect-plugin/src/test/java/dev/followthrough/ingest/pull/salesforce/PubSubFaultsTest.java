package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.TaskHarness;

import io.grpc.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** What answers is no Pub/Sub API, or a broken one: the task polls, and says so in a sentence. */
@Timeout(90)
class PubSubFaultsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.followthrough");
    private final Org org = new Org().task(0, BEGIN, "Task 0");
    private final TaskHarness task = new TaskHarness().inRealTime();

    /** gRPC logs by Java's own logger, which a worker prints. */
    private final java.util.logging.Logger grpc = java.util.logging.Logger.getLogger("io.grpc");

    private final List<String> printed = new CopyOnWriteArrayList<>();
    private final Handler printer =
            new Handler() {
                @Override
                public void publish(LogRecord logged) {
                    printed.add(new SimpleFormatter().format(logged));
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        logs.start();
        root.addAppender(logs);
        grpc.addHandler(printer);
    }

    @AfterEach
    void close() {
        task.close();
        org.close();
        root.detachAppender(logs);
        grpc.removeHandler(printer);
        assertThat(printed).isEmpty();
    }

    /** The one warning there is, after which a new row is still read. */
    private String warning(String address) {
        task.with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, org.url())
                .with(SalesforceSourceConfig.OBJECTS, "Task")
                .with(PubSubConfig.ON, "true")
                .with(PubSubConfig.ADDRESS, address)
                .with("poll.interval.ms", "200")
                .with("request.timeout.ms", "1000")
                .start(new SalesforceSource());
        Published published = new Published().until(task, 1);
        await().atMost(Duration.ofSeconds(40)).until(() -> !warnings().isEmpty());
        org.task(1, BEGIN.plusSeconds(60), "Task 1");
        published.until(task, 2);
        assertThat(published.byKey()).hasSize(2);
        assertThat(logs.list).allMatch(event -> event.getThrowableProxy() == null);
        assertThat(logs.list).allMatch(event -> !event.getFormattedMessage().contains("session-"));
        assertThat(warnings()).hasSize(1);
        return warnings().get(0);
    }

    private List<String> warnings() {
        return logs.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aHostThatIsNotThereIsASentence() {
        // When
        String said = warning("nowhere.invalid:7443");

        // Then
        assertThat(said)
                .contains(
                        "the Pub/Sub API at nowhere.invalid:7443 does not answer as it should (UNAVAILABLE, UnknownHostException): check salesforce.pubsub.address");
    }

    @Test
    void aPortThatNobodyHasIsASentence() throws IOException {
        // Given
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        // When
        String said = warning("127.0.0.1:" + port);

        // Then
        assertThat(said).contains("UNAVAILABLE, ConnectException", "everything is polled");
    }

    @Test
    void aServerOfAnotherKindIsASentence() throws IOException {
        // Given
        try (Telnet server = new Telnet("HTTP/1.1 400 Bad Request\r\n\r\nsession-1".repeat(50))) {
            // When
            String said = warning(server.address());

            // Then
            assertThat(said).contains("does not answer as it should (");
        }
    }

    @Test
    void aServerThatIsSilentIsASentence() throws IOException {
        // Given
        try (Telnet server = new Telnet("")) {
            // When
            String said = warning(server.address());

            // Then
            assertThat(said).contains("(CANCELLED, TimeoutException)");
        }
    }

    @Test
    void rubbishInPlaceOfMessagesIsASentence() throws IOException {
        // Given
        Server server = Rubbish.start();
        try {
            // When
            String said = warning("127.0.0.1:" + server.getPort());

            // Then
            assertThat(said).contains("does not answer as it should (");
        } finally {
            server.shutdownNow();
        }
    }
}
