package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.pull.Script.Told;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

class JsonHttpTest {
    private static final Told FINE = Told.json("{\"ok\":true}");

    private final FakePace pace = new FakePace();
    private final Meter meter = Meter.unseen();
    private final Tools tools =
            new Tools(InstantSource.fixed(Instant.parse("2026-03-11T16:00:00Z")), pace, meter, 3);

    private final JsonHttp http =
            new JsonHttp(
                    "crm",
                    JsonHttp.direct(Duration.ofSeconds(5)),
                    new Limiter(method -> Rate.perSecond(100), tools),
                    tools);

    private Answer send(Script script) throws InterruptedException {
        return send(script, Duration.ofSeconds(5));
    }

    private Answer send(Script script, Duration timeout) throws InterruptedException {
        return http.send(
                "objects.list",
                () ->
                        HttpRequest.newBuilder(script.uri("/objects?secret=1"))
                                .header("Authorization", "Bearer hush-hush")
                                .timeout(timeout)
                                .build());
    }

    static Stream<Arguments> faults() {
        Map<String, String> html = Map.of("Content-Type", "text/html");
        return Stream.of(
                Arguments.of(Told.status(503), "crm objects.list answered 503"),
                Arguments.of(
                        new Told(200, html, "<html>Please sign in</html>", 0),
                        "crm objects.list answered 200 with HTML instead of JSON (27 bytes) from 127.0.0.1: "
                                + "usually a proxy or a sign-in page answers in its place, or the address is wrong"),
                Arguments.of(
                        new Told(302, html, "<html>Moved</html>", 0),
                        "crm objects.list answered 302 with HTML instead of JSON (18 bytes) from 127.0.0.1: "
                                + "usually a proxy or a sign-in page answers in its place, or the address is wrong"),
                Arguments.of(
                        Told.json("{\"results\":[{\"body\":\"I will se"),
                        "crm objects.list answered 200 with JSON that is cut or broken (30 bytes) from 127.0.0.1"),
                Arguments.of(
                        new Told(200, Map.of(), "{\"results\":[]}", 5),
                        "crm objects.list was not answered: 127.0.0.1: the connection broke (IOException)"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsTriedAgain(Told fault, String message) throws InterruptedException {
        // When
        Answer answer;
        try (Script script = Script.start(fault, fault, FINE)) {
            answer = send(script);
        }

        // Then
        assertThat(answer.body().path("ok").asBoolean()).isTrue();
        // Java's client tries a lost connection again by itself
        assertThat(meter.value("retries", null)).isBetween(1L, 2L);
        assertThat(pace.waits()).hasSize((int) meter.value("retries", null));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultThatStaysIsNamedWithoutTokenOrText(Told fault, String message) {
        try (Script script = Script.start(fault)) {
            // Then
            assertThatThrownBy(() -> send(script))
                    .isInstanceOf(PullException.Unavailable.class)
                    .hasMessage(message);
            assertThat(meter.value("retries", null)).isEqualTo(2);
        }
    }

    @Test
    void retryAfterIsHonouredHoweverOften() throws InterruptedException {
        // Given
        Told busy = new Told(429, Map.of("Retry-After", "60"), "slow down", 0);

        // When
        Answer answer;
        try (Script script = Script.start(busy, busy, busy, busy, busy, FINE)) {
            answer = send(script);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(pace.waited()).isEqualTo(Duration.ofMillis(5 * 60_100));
        assertThat(meter.value("rate-limit-waits", null)).isEqualTo(5);
    }

    @Test
    void retryAfterIsHonouredOfASourceThatIsDownToo() throws InterruptedException {
        // Given
        Told down = new Told(503, Map.of("Retry-After", "60"), "in maintenance", 0);

        // When
        Answer answer;
        try (Script script = Script.start(down, down, FINE)) {
            answer = send(script);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(pace.waited()).isEqualTo(Duration.ofMillis(2 * 60_100));
        assertThat(meter.value("retries", null)).isEqualTo(2);
    }

    @Test
    void aFeedWaitsAsLongAsASourceThatStaysDownAsksFor() {
        // Given
        Told down = new Told(503, Map.of("Retry-After", "60"), "in maintenance", 0);

        try (Script script = Script.start(down)) {
            // Then
            assertThatThrownBy(() -> send(script))
                    .isInstanceOfSatisfying(
                            PullException.Unavailable.class,
                            e -> assertThat(e.asked()).isEqualTo(Duration.ofMillis(60_100)));
        }
    }

    @Test
    @Timeout(30)
    void aBodyThatStallsIsTriedAgain() throws InterruptedException {
        // When
        Answer answer;
        try (Script script = Script.start(Told.stalling("{\"results\":[]}"), FINE)) {
            answer = send(script, Duration.ofMillis(500));
        }

        // Then
        assertThat(answer.body().path("ok").asBoolean()).isTrue();
        assertThat(meter.value("retries", null)).isEqualTo(1);
    }

    @Test
    @Timeout(30)
    void aBodyThatAlwaysStallsIsATimeout() {
        try (Script script = Script.start(Told.stalling("{\"results\":[]}"))) {
            // Then
            assertThatThrownBy(() -> send(script, Duration.ofMillis(300)))
                    .isInstanceOf(PullException.Unavailable.class)
                    .hasMessage(
                            "crm objects.list was not answered: 127.0.0.1: no whole answer came in time");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://nobody.invalid/, nobody.invalid: there is no such host",
        "http://127.0.0.1:1/, 127.0.0.1: "
    })
    void aHostThatIsNotThereIsNamedAndNoClassOfJava(String address, String words) {
        // Given
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();

        // Then
        assertThatThrownBy(() -> http.send("list", () -> request))
                .isInstanceOf(PullException.Unavailable.class)
                .hasMessageStartingWith("crm list was not answered: " + words)
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void aRefusalIsAnAnswerEvenInHtml() throws InterruptedException {
        // Given
        Told refusal = new Told(403, Map.of("Content-Type", "text/html"), "<html>no</html>", 0);

        // When
        Answer answer;
        try (Script script = Script.start(refusal)) {
            answer = send(script);
        }

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.ok()).isFalse();
        assertThat(answer.body().isNull()).isTrue();
    }
}
