package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import com.salesforce.eventbus.protobuf.FetchRequest;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.TaskHarness;

import io.grpc.InsecureServerCredentials;
import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

@Timeout(90)
class ChangeEventsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    /** Much sooner than any poll, and enough for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.followthrough");
    private final Org org = new Org().task(0, BEGIN, "Task 0");
    private final TaskHarness task = new TaskHarness().inRealTime();
    private final Published published = new Published();
    private EventBus bus = EventBus.start(org::session);

    @BeforeEach
    void listen() {
        logs.start();
        root.addAppender(logs);
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void close() {
        task.close();
        bus.close();
        org.close();
        root.setLevel(Level.INFO);
        root.detachAppender(logs);
        assertThat(logs.list)
                .allMatch(event -> !event.getFormattedMessage().contains("session-"))
                .allMatch(event -> event.getThrowableProxy() == null);
    }

    private void start() {
        start("3600000");
    }

    /** Until the first look is over. */
    private void start(String interval) {
        task.with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, org.url())
                .with(SalesforceSourceConfig.OBJECTS, "Task")
                .with(PubSubConfig.ON, "true")
                .with(PubSubConfig.ADDRESS, bus.address())
                .with("poll.interval.ms", interval)
                .with("request.timeout.ms", "5000")
                .start(new SalesforceSource());
        published.until(task, 1);
    }

    /** Until nobody looks any more: the look that a new stream asks for is over. */
    private void listening() {
        await().atMost(SOON).until(() -> !bus.of("Task").isEmpty());
        int calls = org.calls();
        await().atMost(SOON).until(() -> org.calls() > calls || org.calls() >= 2);
        quiet();
    }

    private int quiet() {
        int[] last = {-1};
        await().during(Duration.ofMillis(800))
                .atMost(SOON)
                .until(
                        () -> {
                            int before = last[0];
                            last[0] = org.calls();
                            return before == -1 || before == last[0];
                        });
        return last[0];
    }

    private List<String> warnings() {
        return logs.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void aChangeIsReadAtOnceAlthoughThePollIsAnHourAway() {
        // Given
        start();
        listening();

        // When
        org.task(1, BEGIN.plusSeconds(60), "Task 1");
        bus.emit("Task", 1);
        published.until(task, 2);

        // Then
        assertThat(published.byKey()).hasSize(2);
        assertThat(bus.callers()).containsExactly(org.session() + " " + org.url() + " " + Org.ID);
    }

    @Test
    void anOrgThatDoesNotNameItselfIsAskedForItsId() {
        // Given
        org.nameless();

        // When
        start();
        listening();

        // Then
        assertThat(bus.callers()).singleElement().asString().endsWith(" " + Org.ID);
    }

    @Test
    void aSignOfLifeWakesNobody() {
        // Given
        start();
        listening();
        int calls = quiet();

        // When
        bus.showLife();

        // Then
        assertThat(quiet()).isEqualTo(calls);
    }

    @Test
    void moreThanAHundredEventsAreAskedFor() {
        // Given
        start();
        listening();

        // When
        bus.emit("Task", 1_050);

        // Then
        await().atMost(SOON).until(() -> bus.of("Task").get(0).delivered() == 1_050);
        assertThat(bus.requests())
                .hasSizeGreaterThan(10)
                .allMatch(request -> request.getNumRequested() <= 100)
                .extracting(FetchRequest::getTopicName)
                .containsOnly("/data/TaskChangeEvent");
        assertThat(org.calls()).as("looks that an import costs").isLessThan(20);
    }

    @Test
    void anEndedSessionIsFollowedByANewOne() {
        // Given
        start();
        listening();
        int logins = org.logins();

        // When
        org.endSessions();
        bus.end(Status.UNAUTHENTICATED);
        await().atMost(SOON).until(() -> !bus.of("Task").isEmpty());
        org.task(1, BEGIN.plusSeconds(60), "Task 1");
        bus.emit("Task", 1);
        published.until(task, 2);

        // Then
        assertThat(published.byKey()).hasSize(2);
        assertThat(org.logins()).isEqualTo(logins + 1);
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"NOT_FOUND", "PERMISSION_DENIED", "INVALID_ARGUMENT"})
    void anObjectWhoseEventsAreDeniedIsPolledAndThatIsSaidOnce(Status.Code code) {
        // Given
        bus.refusing("Task", code.toStatus().withDescription("session-1 is of Acme"));
        start("200");
        await().atMost(SOON).until(() -> !warnings().isEmpty());

        // When
        org.task(1, BEGIN.plusSeconds(60), "Task 1");
        published.until(task, 2).more(task);

        // Then
        assertThat(published.byKey()).hasSize(2);
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains(
                        "object=Task",
                        "(" + code + ")",
                        "only polled",
                        "Setup → Change Data Capture");
        assertThat(bus.callers()).hasSize(1);
    }

    @Test
    void aServerThatDiesIsFoundAgain() {
        // Given
        start();
        listening();
        int port = bus.port();

        // When
        bus.close();
        org.task(1, BEGIN.plusSeconds(60), "Said while it was away");
        bus = EventBus.start(org::session, port, InsecureServerCredentials.create());
        published.until(task, 2);
        org.task(2, BEGIN.plusSeconds(120), "Task 2");
        bus.emit("Task", 1);
        published.until(task, 3);

        // Then
        assertThat(published.byKey()).hasSize(3);
    }

    @Test
    void aStreamThatTheServerEndsIsOpenedAgain() {
        // Given
        start();
        listening();

        // When
        bus.end(Status.OK);
        bus.end(Status.RESOURCE_EXHAUSTED);

        // Then
        await().atMost(SOON).until(() -> bus.callers().size() > 1 && !bus.of("Task").isEmpty());
    }

    @Test
    void closingEndsStreamsAndThreadsAtOnce() {
        // Given
        start();
        listening();
        assertThat(threads()).isNotEmpty();
        long begin = System.nanoTime();

        // When
        task.stop();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(threads()).isEmpty());
        await().atMost(Duration.ofSeconds(2)).until(() -> bus.of("Task").isEmpty());
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("(followthrough-salesforce|grpc-).*"))
                .toList();
    }

    @Test
    void withoutTheSettingNothingIsAskedOfIt() {
        // Given
        task.with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, org.url())
                .with(SalesforceSourceConfig.OBJECTS, "Task")
                .with(PubSubConfig.ADDRESS, bus.address())
                .with("poll.interval.ms", "100")
                .start(new SalesforceSource());

        // When
        published.until(task, 1).more(task);

        // Then
        assertThat(bus.callers()).isEmpty();
    }
}
