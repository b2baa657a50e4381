package dev.followthrough.ingest.pull.gong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.followthrough.ingest.pull.Published;
import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Asked;
import dev.followthrough.ingest.pull.Script.Told;

import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What Gong does besides answering; whatever happens, no secret is shown. */
class GongFaultsTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger("ROOT");

    private final GongRun run = new GongRun();
    private final Company company = run.company;
    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();

    @BeforeEach
    void listen() {
        logs.start();
        ROOT.addAppender(logs);
    }

    @AfterEach
    void close() {
        run.close();
        ROOT.detachAppender(logs);
        assertThat(List.copyOf(logs.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(Company.SECRET) || line.contains("Words "));
    }

    private static boolean isList(Asked asked) {
        return asked.path().equals("/v2/calls/extensive");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("5xx", Told.status(502)),
                Arguments.of("429", new Told(429, Map.of("Retry-After", "3"), "", 0)),
                Arguments.of("429 unsaid", Told.status(429)),
                Arguments.of(
                        "html", new Told(200, Map.of("Content-Type", "text/html"), "<html>x", 0)),
                Arguments.of("cut connection", new Told(200, Map.of(), "{\"calls\":[]}", 4)),
                Arguments.of("cut JSON", Told.json("{\"calls\":[{\"metaData\":{\"id\":\"1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aStormOfFaultsCostsTimeAndNothingElse(String name, Told fault) {
        // Given
        run.calls(0, 100, Duration.ofHours(6));
        AtomicInteger calls = new AtomicInteger();
        company.failing(asked -> calls.incrementAndGet() % 3 != 0 ? fault : null);

        // When
        Published published = new Published().until(run.start(), 300).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"ok\"}", "[]", "null", "{\"calls\":{}}", ""})
    void jsonOfSomebodyElseIsNoEmptyList(String body) {
        // Given
        run.calls(0, 100, Duration.ofHours(6));
        AtomicInteger calls = new AtomicInteger();
        company.failing(asked -> calls.incrementAndGet() % 3 == 0 ? Told.json(body) : null);

        // When
        Published published = new Published().until(run.start(), 300).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(300);
    }

    @Test
    void whereACursorHasExpiredItsWeekIsListedAnew() {
        // Given
        run.calls(0, 250, Duration.ofMinutes(10));
        AtomicInteger expired = new AtomicInteger();
        company.failing(
                asked ->
                        asked.body().contains("\"cursor\":\"2.") && expired.incrementAndGet() <= 2
                                ? Company.error(400, "cursor has expired")
                                : null);

        // When
        Published published = new Published().until(run.start(), 750).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(750);
        assertThat(expired.get()).isGreaterThan(2);
    }

    @Test
    void whereNoCursorIsTakenGongIsLeftAloneForAWhile() {
        // Given
        run.calls(0, 150, Duration.ofMinutes(10));
        company.failing(
                asked ->
                        asked.body().contains("\"cursor\"")
                                ? Company.error(400, "cursor has expired")
                                : null);

        // When
        Published published = new Published().until(run.start(), 300);
        int before = company.asked().size();
        Duration begin = run.task.pace().waited();
        published.more(run.task);

        // Then
        Duration waited = run.task.pace().waited().minus(begin);
        assertThat(published.byKey()).hasSize(300);
        assertThat(waited).isGreaterThan(Duration.ofSeconds(company.asked().size() - before));
    }

    @ParameterizedTest
    @CsvSource({"same, false", "another, true"})
    void pagesThatNeverEndAreGivenUpAndNothingIsRepeated(String name, boolean another) {
        // Given
        AtomicInteger page = new AtomicInteger();
        company.failing(
                asked ->
                        isList(asked)
                                ? Told.json(
                                        "{\"calls\":[],\"records\":{\"cursor\":\"p"
                                                + (another ? page.incrementAndGet() : 1)
                                                + "\"}}")
                                : null);
        run.start();

        // When
        int records = untilQuiet();

        // Then
        assertThat(records).isZero();
        assertThat(isQuiet()).isTrue();
    }

    /** Polls until Gong is left alone for minutes; how many records came. */
    private int untilQuiet() {
        int records = 0;
        for (int i = 0; i < 5000 && !isQuiet(); i++) {
            records += run.task.poll().size();
        }
        return records;
    }

    private boolean isQuiet() {
        return run.task.pace().waits().stream()
                .anyMatch(wait -> wait.compareTo(Duration.ofMinutes(1)) > 0);
    }

    @Test
    void answersThatAreTooLargeAreAskedForInParts() {
        // Given
        run.calls(0, 60, Duration.ofMinutes(1));
        company.failing(
                asked ->
                        !isList(asked)
                                        && Company.body(asked).path("filter").path("callIds").size()
                                                > 3
                                ? Told.status(504)
                                : null);

        // When
        Published published = new Published().until(run.start(), 180).more(run.task);

        // Then
        assertThat(published.byKey()).hasSize(180);
    }

    @ParameterizedTest
    @CsvSource({
        "401, refuses the access key (401)",
        "403, it needs the scope api:calls:read:extensive",
        "404, check gong.url",
        "400, check gong.workspaces",
        "302, check gong.url"
    })
    void whatOnlyAPersonCanMendFailsTheTaskWithASentence(int status, String words) {
        // Given
        company.failing(asked -> Company.error(status, "secret " + Company.SECRET));

        // When
        run.start();

        // Then
        assertThatThrownBy(() -> new Published().more(run.task))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(words)
                .hasNoCause()
                .message()
                .doesNotContain(Company.SECRET);
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        // Given
        try (Script other = Script.start(Told.json("{\"calls\":[]}"))) {
            company.failing(
                    asked -> new Told(302, Map.of("Location", other.uri("/x").toString()), "", 0));
            run.start();

            // When
            assertThatThrownBy(() -> new Published().more(run.task))
                    .isInstanceOf(ConnectException.class);

            // Then
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void noMoreRequestsAreMadeThanTheCompanyMay() {
        // Given
        run.calls(0, 400, Duration.ofHours(6));
        run.task.with(GongSourceConfig.DAILY, "100");

        // When
        new Published().until(run.start(), 1200);

        // Then
        Duration waited = run.task.pace().waited();
        int asked = company.asked().size();
        assertThat(asked).isGreaterThan(60);
        assertThat(waited).isGreaterThan(Duration.ofDays(1).dividedBy(50).multipliedBy(asked - 51));
        assertThat(run.task.metric("rate-limit-waits", "")).isPositive();
    }
}
