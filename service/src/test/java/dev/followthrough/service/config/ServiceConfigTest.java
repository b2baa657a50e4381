package dev.followthrough.service.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.followthrough.service.config.ConfigException.Fault;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class ServiceConfigTest {
    private static final ConfigDef OWN =
            new ConfigDef()
                    .define(
                            "alerting.tick.ms",
                            Type.LONG,
                            60_000L,
                            Range.between(1_000, 600_000),
                            Importance.LOW,
                            "How often.")
                    .define("slack.bot.token", Type.PASSWORD, null, Importance.HIGH, "Token.");
    private static final Map<String, String> BROKERS = Map.of("bootstrap.servers", "a:1,b:2");

    @TempDir Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("followthrough.properties"), List.of(lines));
    }

    private static List<Fault> faults(Map<String, String> values) {
        return catchThrowableOfType(ConfigException.class, () -> ServiceConfig.of(OWN, values))
                .faults();
    }

    @Test
    void aLaterSourceWins() throws IOException {
        // Given
        Path file =
                file(
                        "bootstrap.servers = file:1",
                        "http.port = 1001",
                        "streams.threads = 2",
                        "state.dir = /from/file");
        Map<String, String> environment =
                Map.of(
                        "FOLLOWTHROUGH_HTTP_PORT", "1002",
                        "FOLLOWTHROUGH_STREAMS_THREADS", "3",
                        "HTTP_PORT", "1009");
        Map<String, String> commandLine = Map.of("http.port", "1003");

        // When
        ServiceConfig config =
                ServiceConfig.load(OWN, ConfigSources.of(file, environment, commandLine));

        // Then
        assertThat(config.number("topics.partitions")).as("default").isEqualTo(6);
        assertThat(config.text("state.dir")).as("file over default").isEqualTo("/from/file");
        assertThat(config.number("streams.threads")).as("environment over file").isEqualTo(3);
        assertThat(config.number("http.port")).as("command line over all").isEqualTo(1003);
    }

    @Test
    void valuesComeAsWhatTheyAre() {
        // When
        ServiceConfig config =
                ServiceConfig.of(
                        OWN,
                        Map.of(
                                "bootstrap.servers", "a:1, b:2",
                                "deployment.prefix", "blue",
                                "topics.create", "false",
                                "alerting.tick.ms", "1500"));

        // Then
        assertThat(config.list("bootstrap.servers")).containsExactly("a:1", "b:2");
        assertThat(config.flag("topics.create")).isFalse();
        assertThat(config.millis("alerting.tick.ms")).isEqualTo(Duration.ofMillis(1500));
        assertThat(config.textOrNull("application.server")).isNull();
        assertThat(config.secret("slack.bot.token")).isNull();
        assertThat(config.deployment().name("x")).isEqualTo("blue.x");
        assertThat(config.longNumber("rocksdb.memory.bytes")).isEqualTo(134_217_728L);
        assertThatThrownBy(() -> config.text("no.such")).hasMessageContaining("must be declared");
        assertThatThrownBy(() -> config.text("http.token")).hasMessageContaining("http.token");
    }

    @Test
    void everyMistakeIsReportedAtOnceWithKeyValueAndRule() {
        // When
        List<Fault> faults =
                faults(
                        Map.of(
                                "http.port", "70000",
                                "topics.partitions", "none",
                                "deployment.prefix", "Blue_1",
                                "alerting.tick.ms", "1",
                                "topics.create", "perhaps",
                                "http.prot", "80",
                                "nonsense", "1"));

        // Then
        assertThat(faults)
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(
                        "bootstrap.servers",
                        "http.port",
                        "topics.partitions",
                        "deployment.prefix",
                        "alerting.tick.ms",
                        "topics.create",
                        "http.prot",
                        "nonsense");
        assertThat(faults)
                .extracting(Fault::toString)
                .contains(
                        "bootstrap.servers must be set, was '(not set)'",
                        "http.prot must be a known setting (did you mean http.port?), was '80'",
                        "nonsense must be a known setting, was '1'",
                        "deployment.prefix must be lower-case letters and digits with single hyphens between, was 'Blue_1'")
                .allMatch(line -> line.contains(" must ") && !line.contains("\n"));
    }

    @Test
    void oneFileMayServeAllServices() {
        // When
        ServiceConfig config =
                ServiceConfig.of(
                        new ConfigDef(),
                        Map.of(
                                "bootstrap.servers",
                                "a:1",
                                "alerting.tick.ms",
                                "5",
                                "extract.x",
                                "1"));

        // Then
        assertThat(config.list("bootstrap.servers")).containsExactly("a:1");
    }

    @Test
    void aVariableOfASchedulerIsLeftAlone() {
        // When
        ServiceConfig config =
                ServiceConfig.load(
                        OWN,
                        ConfigSources.of(
                                null,
                                Map.of(
                                        "FOLLOWTHROUGH_SERVICE_HOST", "10.0.0.1",
                                        "FOLLOWTHROUGH_PORT", "tcp://10.0.0.1:80"),
                                BROKERS));

        // Then
        assertThat(config.number("http.port")).isEqualTo(8080);
    }

    @Test
    void keysOfKafkaGoToEveryClientWithoutTheirPrefix() {
        // When
        ServiceConfig config =
                ServiceConfig.load(
                        OWN,
                        ConfigSources.of(
                                null,
                                Map.of("FOLLOWTHROUGH_KAFKA_SECURITY_PROTOCOL", "SSL"),
                                Map.of(
                                        "bootstrap.servers", "a:1,b:2",
                                        "deployment.prefix", "blue",
                                        "kafka.metadata.max.age.ms", "5")));

        // Then
        assertThat(config.clientProperties("receiver"))
                .containsOnly(
                        Map.entry("bootstrap.servers", "a:1,b:2"),
                        Map.entry("client.id", "blue.receiver"),
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("metadata.max.age.ms", "5"));
    }

    @Test
    void aMissingFileIsOneLine() {
        // Then
        Path missing = folder.resolve("missing.properties");
        assertThatThrownBy(() -> ConfigSources.of(missing, Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "--config must name a readable properties file in UTF-8 (NoSuchFileException), was '"
                                + missing
                                + "'");
    }

    @Test
    void aBrokenFileIsOneLine() throws IOException {
        // Given
        Path broken = file("http.port = \\u00zz");

        // Then
        assertThatThrownBy(() -> ConfigSources.of(broken, Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("(IllegalArgumentException)");
    }

    private static final String SECRET = "events.<source>.secret";
    private static final String TEXT = "events.<source>.text";
    private static final ConfigDef CHOSEN =
            new ConfigDef()
                    .define(
                            SECRET,
                            Type.PASSWORD,
                            ConfigDef.NO_DEFAULT_VALUE,
                            Importance.HIGH,
                            "Secret.")
                    .define(TEXT, Type.LIST, List.of("/text"), Importance.HIGH, "Text.");

    @Test
    void aNameTheOperatorChoseBringsItsWholeGroup() {
        // When
        ServiceConfig config =
                ServiceConfig.of(
                        CHOSEN,
                        Map.of(
                                "bootstrap.servers", "a:1",
                                "events.jira.secret", "s1",
                                "events.product.secret", "s2",
                                "events.product.text", "/a,/b"));

        // Then
        assertThat(config.names(SECRET)).containsExactly("jira", "product");
        assertThat(config.list(ServiceConfig.key(TEXT, "jira"))).containsExactly("/text");
        assertThat(config.list(ServiceConfig.key(TEXT, "product"))).containsExactly("/a", "/b");
        assertThat(config.secret(ServiceConfig.key(SECRET, "product"))).isEqualTo("s2");
    }

    @Test
    void whatAChosenNameMissesAndWhatIsMisspeltUnderItAreFaults() {
        // When
        List<Fault> faults =
                catchThrowableOfType(
                                ConfigException.class,
                                () ->
                                        ServiceConfig.of(
                                                CHOSEN,
                                                Map.of(
                                                        "bootstrap.servers", "a:1",
                                                        "events.jira.text", "/text",
                                                        "events.jira.txt", "/text")))
                        .faults();

        // Then
        assertThat(faults).extracting(Fault::key).contains("events.jira.secret", "events.jira.txt");
    }

    @Test
    void withoutAnyNameAGroupIsAbsent() {
        // When
        ServiceConfig config = ServiceConfig.of(CHOSEN, BROKERS);

        // Then
        assertThat(config.names(SECRET)).isEmpty();
    }
}
