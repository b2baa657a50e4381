package dev.followthrough.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every process answers, over real HTTP. */
class HostTest {
    private final List<String> failed = new ArrayList<>();
    private final Host host =
            new Host(
                    InstantSource.fixed(Instant.parse("2026-03-02T15:04:05Z")),
                    (service, cause) -> failed.add(service + ": " + cause.getMessage()));
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server =
            HttpServer.start(
                    ServiceConfig.of(
                            new ConfigDef(),
                            Map.of(
                                    "bootstrap.servers", "none:1",
                                    "http.port", "0",
                                    "http.token", "0123456789abcdef")),
                    host.router());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Authorization", authorization)
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String probe(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "none");
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void aProcessWithoutPartsIsAliveAndReady() throws Exception {
        // Then
        assertThat(probe("/health/live")).isEqualTo("200 {\"status\":\"up\",\"parts\":{}}");
        assertThat(probe("/health/ready")).isEqualTo("200 {\"status\":\"up\",\"parts\":{}}");
    }

    @Test
    void aPartThatRestoresIsAliveButNotReady() throws Exception {
        // Given
        host.health("a", () -> Health.ready("running"));
        host.health("b", () -> Health.notReady("restoring"));

        // Then
        String parts = "\"parts\":{\"a\":\"ready: running\",\"b\":\"not_ready: restoring\"}}";
        assertThat(probe("/health/live")).isEqualTo("200 {\"status\":\"up\"," + parts);
        assertThat(probe("/health/ready")).isEqualTo("503 {\"status\":\"down\"," + parts);
    }

    @Test
    void aDeadPartIsNeither() throws Exception {
        // Given
        host.health("a", () -> Health.dead("streams are ERROR"));

        // Then
        assertThat(probe("/health/live")).startsWith("503 ");
        assertThat(probe("/health/ready")).startsWith("503 ");
    }

    @Test
    void aPartThatStoppedIsNoLongerAskedAbout() throws Exception {
        // Given
        host.health("a", () -> Health.dead("streams are ERROR"));

        // When
        host.forget("a");

        // Then
        assertThat(probe("/health/ready")).startsWith("200 ");
    }

    @Test
    void metricsAreInPrometheusTextForBearersOfTheToken() throws Exception {
        // Given
        host.metrics().counter("followthrough.actions", "where", "api").increment(3);

        // When
        HttpResponse<String> answer = get("/metrics", "Bearer 0123456789abcdef");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain; version=0.0.4");
        assertThat(answer.body())
                .contains("# TYPE followthrough_actions_total counter")
                .contains("followthrough_actions_total{where=\"api\"} 3.0");
        assertThat(get("/metrics", "none").statusCode()).isEqualTo(401);
    }

    @Test
    void theProcessIsToldWhichServiceGaveUp() {
        // When
        host.failed("extractor-stream", new IllegalStateException("disk full"));

        // Then
        assertThat(failed).containsExactly("extractor-stream: disk full");
    }
}
