package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class FileSourceConfigTest {
    @TempDir Path root;

    private Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>();
        settings.put(FileSourceConfig.PATHS, root.toString());
        settings.put(FileSourceConfig.PARTITIONS, "4");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths | '' | Invalid value [] for configuration paths: must name at least one file or folder",
                "paths | mail/in | Invalid value mail/in for configuration paths: must be an absolute path, since a worker has no folder of its own",
                "poll.interval.ms | 1 | Invalid value 1 for configuration poll.interval.ms: Value must be at least 10",
                "settle.ms | soon | Invalid value soon for configuration settle.ms: Not a number of type LONG",
                "batch.records | 0 | Invalid value 0 for configuration batch.records: Value must be at least 1",
                "max.record.bytes | 12 | Invalid value 12 for configuration max.record.bytes: Value must be at least 10000",
                "topic.prefix | Blue_1 | Invalid value Blue_1 for configuration topic.prefix: must match [a-z0-9-]{0,40}",
                "topic.partitions | 0 | Invalid value 0 for configuration topic.partitions: Value must be at least 1"
            })
    void aWrongSettingIsRefusedInOneLineWithKeyValueAndRule(
            String key, String value, String message) {
        // When
        Map<String, String> wrong = settings(key, value);

        // Then
        assertThatThrownBy(() -> new FileSourceConfig(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void whatHasNoDefaultMustBeSet() {
        // When
        Map<String, String> nothing = Map.of();

        // Then
        assertThatThrownBy(() -> new FileSourceConfig(nothing))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("Missing required configuration");
    }

    @Test
    void everySettingIsExplained() {
        // When
        Map<String, ConfigDef.ConfigKey> keys = FileSourceConfig.DEF.configKeys();

        // Then
        assertThat(keys.values())
                .filteredOn(key -> !key.name.startsWith("task."))
                .allSatisfy(
                        key -> assertThat(key.documentation).endsWith(".").hasSizeGreaterThan(40));
    }

    @ParameterizedTest
    @CsvSource({
        "slack.workspace.url, acme",
        "slack.workspace.url, http://acme.slack.com",
        "slack.workspace.url, https://acme.slack.com/archives",
        "slack.workspace.url, https://",
        "mail.permalink, https://mail.example/",
        "mail.permalink, http://mail.example/{message_id}"
    })
    void anAddressThatOpensNothingIsRefusedWithAnExample(String key, String value) {
        // When
        List<ConfigValue> values =
                new FileSourceConnector().validate(settings(key, value)).configValues();

        // Then
        assertThat(values)
                .filteredOn(found -> found.name().equals(key))
                .singleElement()
                .satisfies(
                        found ->
                                assertThat(found.errorMessages().get(0))
                                        .startsWith("Invalid value " + value)
                                        .contains(": https://"));
    }

    @Test
    void allComplaintsComeAtOnceAndAPathMustBeThere() {
        // Given
        Map<String, String> wrong =
                settings(
                        FileSourceConfig.PATHS,
                        root.resolve("gone").toString(),
                        FileSourceConfig.BATCH,
                        "0");

        // When
        List<ConfigValue> values = new FileSourceConnector().validate(wrong).configValues();

        // Then
        assertThat(values.stream().flatMap(value -> value.errorMessages().stream()))
                .containsExactlyInAnyOrder(
                        "Invalid value "
                                + root.resolve("gone")
                                + " for configuration paths: must exist and be readable by the worker",
                        "Invalid value 0 for configuration batch.records: Value must be at least 1");
    }

    @Test
    void aWorkerFindsTheConnectorAndMayUseTransactions() {
        // When
        List<SourceConnector> found =
                ServiceLoader.load(SourceConnector.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        // Then
        assertThat(found)
                .filteredOn(FileSourceConnector.class::isInstance)
                .singleElement()
                .satisfies(
                        connector -> {
                            assertThat(connector.taskClass()).isEqualTo(FileSourceTask.class);
                            assertThat(connector.exactlyOnceSupport(settings()))
                                    .isEqualTo(ExactlyOnceSupport.SUPPORTED);
                            assertThat(connector.canDefineTransactionBoundaries(settings()))
                                    .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
                        });
    }

    @Test
    void tasksDivideThePathsAndKnowAllOfThem() {
        // Given
        FileSourceConnector connector = new FileSourceConnector();
        connector.start(settings(FileSourceConfig.PATHS, "/a,/b,/c"));

        // When
        List<Map<String, String>> tasks = connector.taskConfigs(2);

        // Then
        assertThat(tasks)
                .extracting(task -> task.get(FileSourceConfig.TASK_PATHS))
                .containsExactly("/a,/b", "/c");
        assertThat(tasks)
                .extracting(task -> task.get(FileSourceConfig.TASK_NUMBER))
                .containsExactly("0", "1");
        assertThat(tasks)
                .allSatisfy(
                        task -> assertThat(task).containsEntry(FileSourceConfig.PATHS, "/a,/b,/c"));
    }

    @ParameterizedTest
    @CsvSource({
        "/a/x.eml, true",
        "/a/in/x.eml, false",
        "/a/in.zip!/users.json, true",
        "/a!/x.eml, false",
        "/ab/x.eml, false"
    })
    void aFileIsReadByTheTaskOfTheDeepestPathAboveIt(String file, boolean ours) {
        // Given
        Owners owners =
                new Owners(List.of(Path.of("/a"), Path.of("/a/in")), List.of(Path.of("/a")));

        // When
        boolean found = owners.isOurs(file);

        // Then
        assertThat(found).isEqualTo(file.startsWith("/a!/") || ours);
    }

    @Test
    void anOffsetOfAnotherFormIsTheStart() {
        // When
        Offset found = Offset.of(Map.of("position", 12));

        // Then
        assertThat(found).isEqualTo(Offset.START);
        assertThat(Offset.of(new Offset(3, "abc", "open:x").toMap()))
                .isEqualTo(new Offset(3, "abc", "open:x"));
    }
}
