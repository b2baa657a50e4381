package dev.followthrough.ingest.pull.zoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.json.Json;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.files.Read;
import dev.followthrough.ingest.files.Workspace;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.TaskHarness;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class ZoomPullTest {
    private static final Instant BEGIN = Instant.parse("2026-01-22T13:00:05Z");

    private final Account account = new Account().user("u1");
    private final TaskHarness task = new TaskHarness();

    @AfterEach
    void close() {
        task.close();
        account.close();
    }

    private TaskHarness start() {
        return task.with(ZoomSourceConfig.ACCOUNT, "acc-1")
                .with(ZoomSourceConfig.CLIENT_ID, "client-1")
                .with(ZoomSourceConfig.CLIENT_SECRET, Account.SECRET)
                .with(ZoomSourceConfig.URL, account.url())
                .with(ZoomSourceConfig.LOGIN_URL, account.url())
                .with("start.from", "2026-01-01")
                .start(new ZoomSource());
    }

    private static String vtt(int turns) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < turns; i++) {
            text.append(String.format("%n%d%n00:%02d:01.000 --> 00:%02d:03.000%n", i + 1, i, i));
            text.append(i % 2 == 0 ? "Ana Lima: " : "Cy Dee: ").append("Words ").append(i);
            text.append('\n');
        }
        return text.toString();
    }

    private void meetings(int from, int to, Duration apart) {
        for (int i = from; i < to; i++) {
            account.meeting("u1", "m" + i, BEGIN.plus(apart.multipliedBy(i)), vtt(3));
        }
    }

    @Test
    void aTranscriptIsTheSameSignalsAsItsFileWithASidecar(@TempDir Path folder) throws IOException {
        // Given
        account.meeting("u1", "/abc//d==", BEGIN, vtt(5))
                .present("/abc//d==", "Ana Lima", "ana@ours.example")
                .present("/abc//d==", "Cy Dee", "cy@acme.example");
        Files.writeString(folder.resolve("GMT20260122-130005_Recording.transcript.vtt"), vtt(5));
        Files.writeString(
                folder.resolve("GMT20260122-130005_Recording.transcript.json"),
                """
                {"id":"/abc//d==","topic":"Kick-off","start":"2026-01-22T13:00:05Z","zone":"Europe/Lisbon",
                 "participants":[{"name":"Ana Lima","email":"ana@ours.example"},{"name":"Cy Dee","email":"cy@acme.example"}]}
                """);
        List<Signal> filed = new ArrayList<>();
        try (Workspace workspace = Workspace.open(List.of(folder), InstantSource.fixed(BEGIN))) {
            workspace.read(
                    read -> {
                        if (read instanceof Read.Said said) {
                            filed.add(said.signal());
                        }
                    });
        }

        // When
        Published published = new Published().until(start(), 5).more(task);

        // Then
        assertThat(filed).hasSize(5);
        assertThat(published.signals()).isEqualTo(filed);
        assertThat(published.records())
                .extracting(
                        record ->
                                new String(
                                        (byte[]) record.value(),
                                        java.nio.charset.StandardCharsets.UTF_8))
                .containsExactlyElementsOf(filed.stream().map(Json::text).toList());
        SourceRecord first = published.records().get(0);
        assertThat(first.headers().lastWithName("permalink").value())
                .isEqualTo("https://zoom.example/rec/x");
    }

    @Test
    void manyMonthsOfSeveralUsersAreReadEachOnce() {
        // Given
        account.user("u2");
        meetings(0, 120, Duration.ofDays(1));
        for (int i = 0; i < 70; i++) {
            account.meeting("u2", "n" + i, BEGIN.plusSeconds(600L * i), vtt(2));
        }

        // When
        Published published = new Published().until(start(), 500).more(task);

        // Then
        assertThat(published.byKey()).hasSize(500);
    }

    @Test
    void aTranscriptThatComesLateIsReadAndTheOthersAreNotRepeated() {
        // Given
        Instant today = Instant.now().minus(Duration.ofHours(20));
        account.meeting("u1", "m0", today, vtt(3)).meeting("u1", "m1", today, null);
        Published published = new Published().until(start(), 3);

        // When
        account.meeting("u1", "m1", today, vtt(2));
        published.until(task, 5).more(task);

        // Then
        assertThat(published.byKey()).hasSize(5);
    }

    @Test
    void anEndedTokenIsRenewed() {
        // Given
        Instant today = Instant.now().minus(Duration.ofHours(20));
        account.meeting("u1", "m0", today, vtt(3));
        Published published = new Published().until(start(), 3);

        // When
        account.endTokens().meeting("u1", "m1", today, vtt(2));
        published.until(task, 5).more(task);

        // Then
        assertThat(published.byKey()).hasSize(5);
        assertThat(account.logins()).isGreaterThan(1);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("5xx", Told.status(502)),
                Arguments.of("429", new Told(429, Map.of("Retry-After", "3"), "", 0)),
                Arguments.of(
                        "html", new Told(200, Map.of("Content-Type", "text/html"), "<html>x", 0)),
                Arguments.of("cut", new Told(200, Map.of(), "{\"meetings\":[]}", 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStormOfFaultsCostsTimeAndNothingElse(String name, Told fault) {
        // Given
        meetings(0, 100, Duration.ofHours(6));
        AtomicInteger calls = new AtomicInteger();
        account.failing(
                asked ->
                        asked.path().endsWith("/recordings") && calls.incrementAndGet() % 3 != 0
                                ? fault
                                : null);

        // When
        Published published = new Published().until(start(), 300).more(task);

        // Then
        assertThat(published.byKey()).hasSize(300);
    }

    @Test
    void whereAPagesTokenHasExpiredItsMonthIsListedAnew() {
        // Given
        meetings(0, 80, Duration.ofHours(6));
        AtomicInteger expired = new AtomicInteger();
        account.failing(
                asked ->
                        asked.query().contains("next_page_token=p1")
                                        && expired.incrementAndGet() == 1
                                ? Account.error(400, 300, "The next page token is invalid")
                                : null);

        // When
        Published published = new Published().until(start(), 240).more(task);

        // Then
        assertThat(published.byKey()).hasSize(240);
        assertThat(expired.get()).isGreaterThan(1);
    }

    @Test
    void aPageInPlaceOfATranscriptIsADeadLetterAndTheOthersAreRead() {
        // Given
        meetings(0, 3, Duration.ofHours(6));
        account.meeting("u1", "m1", BEGIN.plusSeconds(60), "<html>Sign in</html>");

        // When
        Published published = new Published().until(start(), 7).more(task);

        // Then
        assertThat(published.signals()).hasSize(6);
        assertThat(published.deadLetters())
                .singleElement()
                .asString()
                .contains("must begin with WEBVTT");
    }

    @Test
    void pagesThatNeverEndAreGivenUpAndNothingIsRepeated() {
        // Given
        account.failing(
                asked ->
                        asked.path().endsWith("/recordings")
                                ? Told.json("{\"meetings\":[],\"next_page_token\":\"p1\"}")
                                : null);

        // When
        Published published = new Published();
        start();
        for (int i = 0; i < 10; i++) {
            published.records().addAll(task.poll());
        }

        // Then
        assertThat(published.records()).isEmpty();
        assertThat(account.asked().size()).isLessThan(1000);
    }

    @Test
    void aMissingScopeIsNamed() {
        // Given
        account.failing(
                asked ->
                        asked.path().equals("/v2/users")
                                ? Account.error(
                                        400,
                                        4711,
                                        "Invalid access token, does not contain scopes:[user:read:list_users:admin].")
                                : null);

        // When
        start();

        // Then
        assertThatThrownBy(() -> new Published().more(task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("add the scopes user:read:list_users:admin");
    }

    @Test
    void aWrongSecretIsToldByACheckWithoutShowingIt() throws InterruptedException {
        // Given
        account.failing(
                asked ->
                        asked.path().equals("/oauth/token")
                                ? new Told(400, Map.of(), "{\"error\":\"invalid_client\"}", 0)
                                : null);

        // When
        List<Finding> findings =
                new ZoomSource()
                        .check(
                                Map.of(
                                        ZoomSourceConfig.ACCOUNT,
                                        "acc-1",
                                        ZoomSourceConfig.CLIENT_ID,
                                        "client-1",
                                        ZoomSourceConfig.CLIENT_SECRET,
                                        Account.SECRET,
                                        ZoomSourceConfig.URL,
                                        account.url(),
                                        ZoomSourceConfig.LOGIN_URL,
                                        account.url(),
                                        "topic.partitions",
                                        "4"),
                                Tools.check());

        // Then
        assertThat(findings)
                .singleElement()
                .satisfies(
                        finding ->
                                assertThat(finding.words())
                                        .contains("refuses to log in (400 invalid_client)")
                                        .doesNotContain(Account.SECRET));
    }

    @Test
    void aTaskRestartedAtAnyPointLosesAndRepeatsNothing() {
        // Given
        meetings(0, 200, Duration.ofHours(9));
        Random random = new Random(20260122);
        Published published = new Published();
        start();

        // When
        while (published.size() < 600) {
            published.until(task, Math.min(600, published.size() + 1 + random.nextInt(120)));
            task.stop();
            task.start(new ZoomSource());
        }
        published.more(task);

        // Then
        assertThat(published.byKey()).hasSize(600);
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        Instant today = Instant.now().minus(Duration.ofHours(20));
        account.meeting("u1", "m0", today, vtt(3));
        Published published = new Published().until(start(), 3);

        // When
        task.clockIsAheadBy(Duration.ofDays(400));
        account.meeting("u1", "m1", today, vtt(3));
        published.until(task, 6).more(task);
        task.clockIsAheadBy(Duration.ofDays(-400));
        account.meeting("u1", "m2", today, vtt(3));
        published.until(task, 9).more(task);

        // Then
        assertThat(published.size()).isEqualTo(9);
        assertThat(published.byKey()).hasSize(9);
    }
}
