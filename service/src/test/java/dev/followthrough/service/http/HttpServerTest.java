package dev.followthrough.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.service.StartException;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class HttpServerTest {
    private static final String[] AUTHORIZED = {"Authorization", "Bearer " + Calls.TOKEN};

    private final AtomicInteger handled = new AtomicInteger();
    private final Router router = new Router();
    private Calls calls = new Calls(router, Map.of());

    @BeforeEach
    void start() {
        calls.close();
        router.add(
                Route.get(
                        "/v1/accounts/{id}/commitments",
                        request ->
                                Response.text(
                                        200,
                                        request.parameter("id")
                                                + "|"
                                                + request.query("q")
                                                + "|"
                                                + request.number("limit", 50, 1, 100))));
        router.add(
                Route.post(
                        "/v1/things",
                        request -> {
                            handled.incrementAndGet();
                            return Response.json(202, request.body());
                        }));
        router.add(Route.get("/open", request -> Response.text(200, "open")).open());
        router.add(
                Route.get(
                        "/broken",
                        request -> {
                            throw new IllegalStateException("secret words of ours");
                        }));
        calls = new Calls(router, Map.of("http.token", Calls.TOKEN, "http.body.max.bytes", "2048"));
    }

    @AfterEach
    void stop() {
        calls.close();
    }

    private static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).contains(detail);
    }

    @Test
    void aRouteBindsItsPathDecodedAndItsQuery() {
        // When
        HttpResponse<String> answer =
                calls.get(
                        "/v1/accounts/hubspot:company%2F7+8%20%C3%A9/commitments?q=a%26b&limit=7",
                        AUTHORIZED);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hubspot:company/7+8 é|a&b|7");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void anUnknownPathIs404AndSaysSo() {
        isProblem(calls.get("/v1/nothing", AUTHORIZED), 404, "no resource at /v1/nothing");
        isProblem(calls.get("/open/", AUTHORIZED), 404, "no resource at /open/");
    }

    @Test
    void anotherMethodIs405AndNamesThoseAllowed() {
        // When
        HttpResponse<String> answer = calls.send("DELETE", "/v1/things", "", AUTHORIZED);

        // Then
        isProblem(answer, 405, "/v1/things answers POST, not DELETE");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void headIsAnsweredLikeGetWithoutABody() {
        // When
        HttpResponse<String> answer = calls.send("HEAD", "/open", "");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Bearer " + Calls.TOKEN + "x",
                "Basic " + Calls.TOKEN,
                Calls.TOKEN
            })
    void aCallWithoutTheTokenIs401AndIsNotHandled(String authorization) {
        // When
        HttpResponse<String> answer =
                calls.send("POST", "/v1/things", "{}", "Authorization", authorization);

        // Then
        isProblem(answer, 401, "Authorization: Bearer <token>");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body()).doesNotContain(Calls.TOKEN);
        assertThat(handled).hasValue(0);
    }

    @Test
    void anOpenRouteNeedsNoToken() {
        assertThat(calls.get("/open").body()).isEqualTo("open");
    }

    @Test
    void theSchemeIsReadInAnyCase() {
        assertThat(
                        calls.send(
                                        "POST",
                                        "/v1/things",
                                        "{}",
                                        "Authorization",
                                        "bearer " + Calls.TOKEN)
                                .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aBodyOfTheLimitIsReadAndALongerOneIs413() {
        // When
        HttpResponse<String> longest =
                calls.send("POST", "/v1/things", "x".repeat(2048), AUTHORIZED);
        HttpResponse<String> longer =
                calls.send("POST", "/v1/things", "x".repeat(2049), AUTHORIZED);

        // Then
        assertThat(longest.statusCode()).isEqualTo(202);
        assertThat(longest.body()).hasSize(2048);
        isProblem(longer, 413, "at most 2048 bytes");
        assertThat(handled).hasValue(1);
    }

    @Test
    void aBodyOfNoStatedLengthIsBoundedToo() throws IOException {
        // Given
        String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";

        // When
        String answer =
                calls.raw(
                        "POST /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                + Calls.TOKEN
                                + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(3)
                                + "0\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 2048 bytes");
        assertThat(handled).hasValue(0);
    }

    @Test
    void aGigabyteAnnouncedIsRefusedBeforeItIsRead() throws IOException {
        // When
        String answer =
                calls.raw(
                        "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + Calls.TOKEN
                                + "\r\nContent-Length: 1073741824\r\n\r\nx");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413").contains("at most 2048 bytes");
    }

    @Test
    void aBodyThatBreaksOffIsNotHandled() throws IOException {
        // When
        calls.raw(
                "POST /v1/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + Calls.TOKEN
                        + "\r\nContent-Length: 100\r\n\r\n{\"half\":");

        // Then
        assertThat(handled).hasValue(0);
        assertThat(calls.get("/open").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /open HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /op en HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /open HTTP/1.1\r\nHost x\r\n\r\n",
                "POST /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: -5\r\nAuthorization: Bearer "
                        + Calls.TOKEN
                        + "\r\n\r\n",
                "POST /v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: many\r\nAuthorization: Bearer "
                        + Calls.TOKEN
                        + "\r\n\r\n",
                "GET /open HTTP/1.1\r\nHost: x\r\nA\u0000B: c\r\n\r\n"
            })
    void aMalformedRequestIs400AndTheNextOneIsAnswered(String request) throws IOException {
        // When
        String answer = calls.raw(request);

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400")
                .doesNotContain("Exception", "\tat ");
        assertThat(calls.get("/open").statusCode()).isEqualTo(200);
    }

    @Test
    void endlessHeadersAreRefused() throws IOException {
        // When
        String answer =
                calls.raw(
                        "GET /open HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(100_000) + "\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "x", "1e1", "''"})
    void aNumberOutOfItsRangeIs400AndNamesItself(String limit) {
        // When
        HttpResponse<String> answer =
                calls.get("/v1/accounts/a/commitments?limit=" + limit, AUTHORIZED);

        // Then
        isProblem(answer, 400, "query parameter 'limit' must be a whole number from 1 to 100");
    }

    @Test
    void aBrokenPercentSequenceIs400() throws IOException {
        // When
        String answer =
                calls.raw(
                        "GET /v1/accounts/%zz/commitments HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                + Calls.TOKEN
                                + "\r\n\r\n");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void aBugIs500WithoutOurInsides() {
        // When
        HttpResponse<String> answer = calls.get("/broken", AUTHORIZED);

        // Then
        isProblem(answer, 500, "see the log of this service");
        assertThat(answer.body()).doesNotContain("secret words", "IllegalState");
    }

    @Test
    void aTakenPortIsOneLineThatSaysWhatToDo() {
        // Given
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers",
                                "none:1",
                                "http.port",
                                Integer.toString(calls.port())));

        // Then
        assertThatThrownBy(() -> HttpServer.start(config, router))
                .isInstanceOf(StartException.class)
                .hasMessage(
                        "cannot listen on 127.0.0.1:"
                                + calls.port()
                                + ": in use or not allowed; set http.port to another port (0 takes a free one)");
    }
}
