package dev.followthrough.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.followthrough.service.HealthCheck.Health;
import dev.followthrough.service.Host;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.service.http.HttpServer;
import dev.followthrough.service.http.Response;
import dev.followthrough.service.http.Route;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script that asks for health and creates the connector, against the server of a service. */
class DockerHttpTest {
    private static final ServiceConfig SETTINGS =
            ServiceConfig.of(
                    new ConfigDef(),
                    Map.of(
                            CommonSettings.BOOTSTRAP_SERVERS,
                            "127.0.0.1:1",
                            CommonSettings.HTTP_PORT,
                            "0"));

    private final Host host =
            new Host(
                    InstantSource.fixed(Instant.parse("2026-03-11T16:00:00Z")),
                    (service, cause) -> {});
    private final HttpServer server = HttpServer.start(SETTINGS, host.router());

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void needsBash() {
        assumeTrue(HttpScript.canRun(), "the images have bash, this machine has not");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReadyServiceIsHealthy() throws Exception {
        // Given
        host.health("store", () -> Health.ready("running"));

        // When
        HttpScript.Answer answer = HttpScript.run("GET", server.port(), "/health/ready");

        // Then
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("\"store\":\"ready: running\"");
    }

    @Test
    void aRestoringServiceIsNot() throws Exception {
        // Given
        host.health("store", () -> Health.notReady("streams are REBALANCING"));

        // When
        HttpScript.Answer answer = HttpScript.run("GET", server.port(), "/health/ready");

        // Then
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).contains("answered 503");
    }

    @Test
    void aServiceThatDoesNotAnswerIsNot() throws Exception {
        // Given
        int port = server.port();
        server.close();

        // When
        HttpScript.Answer answer = HttpScript.run("GET", port, "/health/ready");

        // Then
        assertThat(answer.status()).isEqualTo(1);
    }

    @Test
    void aFileIsSentWhole() throws Exception {
        // Given
        List<String> bodies = new ArrayList<>();
        host.route(
                new Route(
                        "PUT",
                        "/connectors/files/config",
                        Route.Access.OPEN,
                        request -> {
                            bodies.add(new String(request.body(), StandardCharsets.UTF_8));
                            return Response.json(201, "{}");
                        }));
        Path file = Files.writeString(folder.resolve("connector.json"), "{\"paths\":\"/dätä\"}\n");

        // When
        HttpScript.Answer answer =
                HttpScript.run("PUT", server.port(), "/connectors/files/config", file.toString());

        // Then
        assertThat(answer.status()).isZero();
        assertThat(bodies).containsExactly("{\"paths\":\"/dätä\"}\n");
    }
}
