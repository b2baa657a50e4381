package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.TaskHarness;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class SalesforcePullTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final Org org =
            new Org()
                    .put(
                            "User",
                            Org.id("005", 1),
                            BEGIN,
                            Org.json(
                                    "{'Name':'Ana Lima','FirstName':'Ana','Email':'ana@ours.example','UserType':'Standard','TimeZoneSidKey':'Europe/Lisbon'}"));
    private final TaskHarness task = new TaskHarness();

    @AfterEach
    void close() {
        task.close();
        org.close();
    }

    private TaskHarness start(String objects) {
        return task.with(SalesforceSourceConfig.CLIENT_ID, "client-1")
                .with(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET)
                .with(SalesforceSourceConfig.LOGIN_URL, org.url())
                .with(SalesforceSourceConfig.OBJECTS, objects)
                .start(new SalesforceSource());
    }

    private void tasks(int from, int to, Duration apart) {
        for (int i = from; i < to; i++) {
            org.task(i, BEGIN.plus(apart.multipliedBy(i)), "Task " + i);
        }
    }

    @Test
    void allPagesAreReadAndUsersExplainThem() {
        // Given
        tasks(0, 2100, Duration.ofSeconds(7));

        // When
        Published published = new Published().until(start("User,Task"), 2101).more(task);

        // Then
        assertThat(published.byKey()).hasSize(2101);
        assertThat(published.signals())
                .allMatch(signal -> "ana@ours.example".equals(signal.author().email()));
    }

    @Test
    void rowsOfOneStampAreReadById() {
        // Given
        tasks(0, 900, Duration.ZERO);
        Published published = new Published().until(start("Task"), 300);

        // When
        task.stop();
        task.start(new SalesforceSource());
        published.until(task, 900).more(task);

        // Then
        assertThat(published.byKey()).hasSize(900);
    }

    @Test
    void aCursorThatWasForgottenIsAskedAnew() {
        // Given
        tasks(0, 1000, Duration.ofSeconds(7));
        AtomicInteger calls = new AtomicInteger();
        org.failing(
                asked -> {
                    if (calls.incrementAndGet() % 3 == 0) {
                        org.forgetCursors();
                    }
                    return null;
                });

        // When
        Published published = new Published().until(start("Task"), 1000).more(task);

        // Then
        assertThat(published.byKey()).hasSize(1000);
    }

    @Test
    void aTransactionThatCommitsLateIsReadAndNothingTwice() {
        // Given
        tasks(0, 300, Duration.ofSeconds(10));
        Published published = new Published().until(start("Task"), 300);

        // When
        org.task(9000, BEGIN.plusSeconds(2990 - 500), "Committed late");
        published.until(task, 301).more(task);

        // Then
        assertThat(published.byKey()).hasSize(301);
    }

    @Test
    void aDeletedRowRetractsAndADeletedAccountIsATombstone() {
        // Given
        tasks(0, 3, Duration.ofSeconds(10));
        org.put("Account", Org.id("001", 1), BEGIN, Org.json("{'Name':'Acme'}"));
        Published published = new Published().until(start("Account,Task"), 4);

        // When
        ObjectNode deleted = Org.json("{'Subject':'x','IsDeleted':true}");
        deleted.put("CreatedDate", Org.stamp(BEGIN));
        org.put("Task", Org.id("00T", 1), BEGIN.plusSeconds(3600), deleted);
        org.put(
                "Account",
                Org.id("001", 1),
                BEGIN.plusSeconds(3600),
                Org.json("{'Name':'Acme','IsDeleted':true}"));
        published.until(task, 6).more(task);

        // Then
        assertThat(published.size()).isEqualTo(6);
        assertThat(published.records()).filteredOn(record -> record.value() == null).hasSize(1);
        assertThat(
                        published.records().stream()
                                .filter(record -> record.topic().contains("signal"))
                                .count())
                .isEqualTo(4);
    }

    @Test
    void anEndedSessionIsRenewedOnce() {
        // Given
        tasks(0, 10, Duration.ofSeconds(10));
        Published published = new Published().until(start("Task"), 10);
        int logins = org.logins();

        // When
        org.endSessions();
        org.task(11, BEGIN.plus(Duration.ofDays(1)), "After");
        published.until(task, 11).more(task);

        // Then
        assertThat(published.byKey()).hasSize(11);
        assertThat(org.logins()).isEqualTo(logins + 1);
    }

    @Test
    void aNewSessionThatIsRefusedTooFailsTheTask() {
        // Given
        org.failing(
                asked ->
                        asked.path().contains("/query")
                                ? Org.error(401, "INVALID_SESSION_ID", "Session expired")
                                : null);

        // When
        start("Task");

        // Then
        assertThatThrownBy(() -> new Published().more(task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("a new session was refused as well")
                .hasMessageNotContaining("session-1");
        assertThat(org.logins()).isEqualTo(2);
    }

    @Test
    void aLoginThatIsRefusedSaysWhatToCheck() {
        // Given
        org.failing(
                asked ->
                        asked.path().endsWith("/token")
                                ? new Told(400, Map.of(), "{\"error\":\"invalid_client\"}", 0)
                                : null);

        // When
        start("Task");

        // Then
        assertThatThrownBy(() -> new Published().more(task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("refuses to log in (400 invalid_client)")
                .hasMessageContaining("client credentials flow")
                .hasMessageNotContaining(Org.SECRET);
    }

    @Test
    void theOrgsShareOfCallsIsLeftToOthers() {
        // Given
        tasks(0, 4000, Duration.ofSeconds(10));
        org.allowing(20);

        // When
        new Published().more(start("Task"));
        boolean rested =
                task.pace().waits().stream()
                        .anyMatch(wait -> wait.compareTo(Duration.ofMinutes(9)) > 0);

        // Then
        assertThat(rested).isTrue();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("5xx", Told.status(500)),
                Arguments.of("429", new Told(429, Map.of("Retry-After", "3"), "", 0)),
                Arguments.of(
                        "html",
                        new Told(200, Map.of("Content-Type", "text/html"), "<html>Maintenance", 0)),
                Arguments.of("cut", new Told(200, Map.of(), "{\"records\":[]}", 4)),
                Arguments.of("broken", Told.json("{\"records\":[{\"Id\":\"00T")),
                Arguments.of("empty", Told.json("{}")),
                Arguments.of("limit", Org.error(403, "REQUEST_LIMIT_EXCEEDED", "x")),
                Arguments.of("busy", Org.error(503, "SERVER_UNAVAILABLE", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStormOfFaultsCostsTimeAndNothingElse(String name, Told fault) {
        // Given
        tasks(0, 1000, Duration.ofSeconds(30));
        AtomicInteger calls = new AtomicInteger();
        org.failing(
                asked ->
                        asked.path().contains("/query") && calls.incrementAndGet() % 3 != 0
                                ? fault
                                : null);

        // When
        Published published = new Published().until(start("Task"), 1000).more(task);

        // Then
        assertThat(published.byKey()).hasSize(1000);
    }

    @Test
    void pagesThatNeverEndAreGivenUpAndNothingIsRepeated() {
        // Given
        String page =
                "{\"done\":false,\"nextRecordsUrl\":\"/services/data/v60.0/query/01g\",\"records\":[{\"Id\":\""
                        + Org.id("00T", 1)
                        + "\",\"Subject\":\"x\",\"CreatedDate\":\"2026-01-05T09:00:00.000+0000\",\"SystemModstamp\":\"2026-01-05T09:00:00.000+0000\"}]}";
        org.failing(asked -> asked.path().contains("/query") ? Told.json(page) : null);

        // When
        Published published = new Published().more(start("Task"));

        // Then
        assertThat(published.byKey()).hasSize(1);
    }

    @Test
    void aTaskRestartedAtAnyPointLosesAndRepeatsNothing() {
        // Given
        tasks(0, 2500, Duration.ofSeconds(20));
        tasks(2500, 3000, Duration.ZERO);
        Random random = new Random(20260105);
        Published published = new Published();
        start("Task");

        // When
        while (published.size() < 3000) {
            published.until(task, Math.min(3000, published.size() + 1 + random.nextInt(700)));
            task.stop();
            task.start(new SalesforceSource());
        }
        published.more(task);

        // Then
        assertThat(published.byKey()).hasSize(3000);
    }

    @Test
    void startFromLeavesOutWhatWasSaidBefore() {
        // Given
        tasks(0, 10, Duration.ofDays(1));
        task.with("start.from", "2026-01-10T09:00:00Z");

        // When
        Published published = new Published().until(start("Task"), 5).more(task);

        // Then
        assertThat(published.signals())
                .extracting(Signal::text)
                .containsExactly("Task 5", "Task 6", "Task 7", "Task 8", "Task 9");
    }

    @Test
    void aCheckNamesTheFieldAndTheObjectThatAreHidden() throws InterruptedException {
        // Given
        org.failing(
                asked ->
                        asked.query().contains("FROM Task") || asked.query().contains("FROM+Task")
                                ? Org.error(
                                        400,
                                        "INVALID_FIELD",
                                        "SELECT x ERROR at Row:1:Column:8 No such column 'Description' on entity 'Task'.")
                                : asked.query().contains("EmailMessage")
                                        ? Org.error(400, "INVALID_TYPE", "not supported")
                                        : null);

        // When
        List<Finding> findings =
                new SalesforceSource()
                        .check(
                                Map.of(
                                        SalesforceSourceConfig.CLIENT_ID,
                                        "client-1",
                                        SalesforceSourceConfig.CLIENT_SECRET,
                                        Org.SECRET,
                                        SalesforceSourceConfig.LOGIN_URL,
                                        org.url(),
                                        SalesforceSourceConfig.OBJECTS,
                                        "User,Task,EmailMessage",
                                        "topic.partitions",
                                        "4"),
                                Tools.check());

        // Then
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(
                        Finding.Verdict.FINE,
                        Finding.Verdict.FINE,
                        Finding.Verdict.WRONG,
                        Finding.Verdict.WRONG);
        assertThat(findings.get(2).words()).contains("may not see the field Description");
        assertThat(findings.get(3).words()).contains("take it out of salesforce.objects");
    }

    @Test
    void keyAndSecretTogetherAreRefused() throws InterruptedException {
        // When
        List<Finding> findings =
                new SalesforceSource()
                        .check(
                                Map.of(
                                        SalesforceSourceConfig.CLIENT_ID,
                                        "c",
                                        "topic.partitions",
                                        "4"),
                                Tools.check());

        // Then
        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.words())
                                        .contains("set either salesforce.private.key"));
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        tasks(0, 10, Duration.ofSeconds(10));
        Published published = new Published().until(start("Task"), 10);

        // When
        task.clockIsAheadBy(Duration.ofDays(400));
        tasks(10, 20, Duration.ofSeconds(10));
        published.until(task, 20).more(task);
        task.clockIsAheadBy(Duration.ofDays(-400));
        tasks(20, 30, Duration.ofSeconds(10));
        published.until(task, 30).more(task);

        // Then
        assertThat(published.size()).isEqualTo(30);
        assertThat(published.byKey()).hasSize(30);
    }
}
