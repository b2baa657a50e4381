package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;

@Timeout(90)
class ChangeStreamEndsTest {
    private final Listening it = new Listening();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void anEndedSessionIsFollowedByANewOne() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");
        int logins = it.org.logins();

        // When
        it.org.endSessions();
        it.bus().end(Status.UNAUTHENTICATED);
        it.until(() -> !it.bus().of("Task").isEmpty());
        it.org.task(1, Listening.BEGIN.plusSeconds(60), "Task 1");
        it.bus().emit("Task", 1);
        it.published.until(it.task, 2);

        // Then
        assertThat(it.published.byKey()).hasSize(2);
        assertThat(it.org.logins()).isEqualTo(logins + 1);
        assertThat(it.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"NOT_FOUND", "PERMISSION_DENIED", "INVALID_ARGUMENT"})
    void anObjectWhoseEventsAreDeniedIsPolledAndThatIsSaidOnce(Status.Code code) {
        // Given
        it.bus().refusing("Task", code.toStatus().withDescription("session-1 is of Acme"));
        it.start("200", "Task");
        it.until(() -> !it.warnings().isEmpty());

        // When
        it.org.task(1, Listening.BEGIN.plusSeconds(60), "Task 1");
        it.published.until(it.task, 2).more(it.task);

        // Then
        assertThat(it.published.byKey()).hasSize(2);
        assertThat(it.warnings())
                .singleElement()
                .asString()
                .contains(
                        "object=Task",
                        "(" + code + ")",
                        "only polled",
                        "Setup → Change Data Capture");
        assertThat(it.bus().callers()).hasSize(1);
    }

    @Test
    void aServerThatDiesIsFoundAgain() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");

        // When
        it.org.task(1, Listening.BEGIN.plusSeconds(60), "Said while it was away");
        it.replaceBus();
        it.published.until(it.task, 2);
        it.org.task(2, Listening.BEGIN.plusSeconds(120), "Task 2");
        it.bus().emit("Task", 1);
        it.published.until(it.task, 3);

        // Then
        assertThat(it.published.byKey()).hasSize(3);
    }

    @Test
    void aStreamThatTheServerEndsIsOpenedAgain() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");

        // When
        it.bus().end(Status.OK);
        it.bus().end(Status.RESOURCE_EXHAUSTED);

        // Then
        it.until(() -> it.bus().callers().size() > 1 && !it.bus().of("Task").isEmpty());
    }

    @Test
    void closingEndsStreamsAndThreadsAtOnce() {
        // Given
        it.start(Listening.AN_HOUR, "Task").listening("Task");
        assertThat(threads()).isNotEmpty();
        long begin = System.nanoTime();

        // When
        it.task.stop();

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(threads()).isEmpty());
        await().atMost(Duration.ofSeconds(2)).until(() -> it.bus().of("Task").isEmpty());
    }

    @Test
    void aSessionThatIsNeverTakenIsSaidOnceAndThePollGoesOn() {
        // Given
        it.bus().takingNobody();
        it.start("200", "Task");
        it.until(() -> !it.warnings().isEmpty());

        // When
        it.org.task(1, Listening.BEGIN.plusSeconds(60), "Task 1");
        it.published.until(it.task, 2).more(it.task);

        // Then
        assertThat(it.published.byKey()).hasSize(2);
        assertThat(it.warnings())
                .singleElement()
                .asString()
                .contains(
                        "the Pub/Sub API refuses the session (UNAUTHENTICATED), and a new one as well");
        assertThat(it.org.logins()).as("log-ins").isLessThan(8);
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("(followthrough-salesforce|grpc-).*"))
                .toList();
    }
}
