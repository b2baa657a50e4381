package dev.followthrough.standalone.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.ingest.files.FileSourceConfig;
import dev.followthrough.ingest.files.FileSourceConnector;
import dev.followthrough.service.config.CommonSettings;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ConfigSources;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Part;

import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the containers are started with is accepted by what is started in them. */
class DockerConfigTest {
    @TempDir Path secrets = Path.of("");

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyServiceAcceptsItsFile(Part part) throws IOException {
        // When
        ServiceConfig settings = DockerFolder.settings(part, secrets);

        // Then
        assertThat(settings.text(CommonSettings.HTTP_HOST)).isEqualTo("0.0.0.0");
        assertThat(settings.secret(CommonSettings.HTTP_TOKEN)).isEqualTo(DockerFolder.TOKEN);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void noServiceListensToTheNetworkWithoutToken(Part part) throws IOException {
        // Given
        Path file = DockerFolder.copy(part, secrets, CommonSettings.HTTP_TOKEN);

        // When
        ConfigSources sources = ConfigSources.of(file, Map.of(), Map.of());

        // Then
        assertThatThrownBy(() -> ServiceConfig.load(part.settings(), sources))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(CommonSettings.HTTP_TOKEN);
    }

    @Test
    void theFileConnectorAcceptsItsSettingsAndCountsPartitionsAsTheServicesDo() throws IOException {
        // Given
        Map<String, String> connector = DockerFolder.connector("config/connector-files.json");

        // When
        FileSourceConfig settings = new FileSourceConfig(connector);

        // Then
        assertThat(connector).containsEntry("connector.class", FileSourceConnector.class.getName());
        for (Part part : Part.values()) {
            assertThat(settings.getInt(FileSourceConfig.PARTITIONS))
                    .isEqualTo(
                            DockerFolder.settings(part, secrets)
                                    .number(CommonSettings.TOPICS_PARTITIONS));
        }
    }

    @Test
    void theConnectWorkerAcceptsItsFile() throws IOException {
        // When
        DistributedConfig worker =
                new DistributedConfig(DockerFolder.properties("config/connect.properties"));

        // Then
        assertThat(worker.exactlyOnceSourceEnabled()).isTrue();
        assertThat(worker.getList("listeners")).containsExactly("http://127.0.0.1:8083");
    }

    @Test
    void aLiveConnectorsSecretsAreResolvedAndItsSourceIsReached() throws IOException {
        // Given
        Path file = Files.writeString(secrets.resolve("connect-secrets"), "token=xoxb-1\n");
        Map<String, String> settings = DockerFolder.properties("config/connect.properties");
        settings.put("a", "${file:" + file + ":token}");
        settings.put("b", "${env:PATH}");

        // When
        DistributedConfig worker = new DistributedConfig(settings);
        String connect = service("connect");

        // Then
        assertThat(worker.originalsStrings())
                .containsEntry("a", "xoxb-1")
                .containsEntry("b", System.getenv("PATH"));
        assertThat(connect)
                .contains("networks: [inside, outside]")
                .contains("env_file: [./secrets/connect.env]")
                .contains("secrets: [connect-secrets]")
                .doesNotContain("ports:");
        assertThat(DockerFolder.text("init")).contains("connect-secrets").contains("connect.env");
    }

    /** What compose says of a service. */
    private static String service(String name) throws IOException {
        String compose = DockerFolder.text("compose.yaml");
        int from = compose.indexOf("\n  " + name + ":\n");
        return compose.substring(from, compose.indexOf("\n\n", from));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void composeStartsEveryService(Part part) throws IOException {
        // When
        String compose = DockerFolder.text("compose.yaml");

        // Then
        assertThat(compose)
                .contains(
                        "\"serve\", \""
                                + part
                                + "\", \"--config\", \"/etc/followthrough/"
                                + part
                                + ".properties\"");
    }

    @Test
    void portsArePublishedOnLoopbackOnly() throws IOException {
        // When
        List<String> ports =
                DockerFolder.lines("compose.yaml").stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("ports:"))
                        .toList();

        // Then
        assertThat(ports)
                .hasSizeGreaterThanOrEqualTo(Part.values().length)
                .allMatch(line -> line.matches("ports: \\[\"127\\.0\\.0\\.1:\\d+:\\d+\"]"));
    }

    @Test
    void imagesCarryTheKafkaOfTheBuild() throws IOException {
        // Given
        String kafka = only("<kafka.version>(.*)</kafka.version>", Path.of("..", "pom.xml"));

        // When
        String image =
                only("image: apache/kafka:(\\S+)", DockerFolder.ROOT.resolve("compose.yaml"));
        String base = only("ARG KAFKA_VERSION=(\\S+)", DockerFolder.ROOT.resolve("Dockerfile"));

        // Then
        assertThat(List.of(image, base)).containsOnly(kafka);
    }

    private static String only(String pattern, Path file) throws IOException {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(Files.readString(file)).results().toList();
        assertThat(found).as(pattern + " in " + file).hasSize(1);
        return found.get(0).group(1);
    }
}
