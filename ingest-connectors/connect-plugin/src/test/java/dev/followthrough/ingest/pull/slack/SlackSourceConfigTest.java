package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class SlackSourceConfigTest {
    private final SlackStub slack = new SlackStub().channel("C1", "acme");
    private final SlackSourceConnector connector = new SlackSourceConnector();

    @AfterEach
    void close() {
        slack.close();
    }

    private Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>(slack.settings());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    private List<String> complaints(Map<String, String> settings) {
        return connector.validate(settings).configValues().stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slack.channels | a b | must match",
                "slack.page.size | 1000 | Value must be no more than 999",
                "slack.requests.per.minute | 0 | Value must be at least 1",
                "slack.overlap.ms | -1 | Value must be at least 0",
                "slack.endpoint | slack.com | must match",
                "start.from | spring | must be all, now, a date (2026-01-31) or an instant",
                "poll.interval.ms | 1 | Value must be at least 10",
                "topic.partitions | 0 | Value must be at least 1"
            })
    void aWrongSettingIsRefusedWithItsRule(String key, String value, String rule) {
        // Then
        assertThatThrownBy(() -> new SlackSourceConfig(settings(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(rule);
    }

    @Test
    void everySettingIsExplained() {
        // Then
        assertThat(SlackSourceConfig.DEF.configKeys().values())
                .filteredOn(key -> !key.internalConfig)
                .allSatisfy(
                        key -> assertThat(key.documentation).endsWith(".").hasSizeGreaterThan(40));
    }

    @Test
    void goodCredentialsAreAccepted() {
        // Then
        assertThat(complaints(settings())).isEmpty();
        assertThat(slack.calls("auth.test")).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsSaidAtTheTokenWithoutShowingIt() {
        // When
        List<String> complaints = complaints(settings("slack.token", "xoxb-wrong"));

        // Then
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("slack auth.test answered invalid_auth")
                .doesNotContain("xoxb-wrong");
    }

    @Test
    void missingScopesAreNamed() {
        // Given
        slack.scopes("channels:read");

        // When
        List<String> complaints = complaints(settings());

        // Then
        assertThat(complaints)
                .containsExactly(
                        "the token lacks the scopes channels:history, users:read: add them to the app and install it again");
    }

    @Test
    void aSourceThatIsDownDoesNotRefuseAConfiguration() {
        // Given
        slack.fault(method -> dev.followthrough.ingest.pull.Script.Told.status(503));

        // Then
        assertThat(complaints(settings())).isEmpty();
    }

    @Test
    void nothingIsAskedWhereTheCheckIsOffOrSettingsAreWrong() {
        // When
        complaints(settings("check.on.validate", "false"));
        complaints(settings("slack.page.size", "0"));

        // Then
        assertThat(slack.asked()).isEmpty();
    }

    @Test
    void aWorkerFindsItAndMayUseTransactionsAndSeveralTasks() {
        // When
        boolean found =
                ServiceLoader.load(SourceConnector.class).stream()
                        .anyMatch(each -> each.type() == SlackSourceConnector.class);
        connector.start(settings());

        // Then
        assertThat(found).isTrue();
        assertThat(connector.exactlyOnceSupport(settings()))
                .isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.canDefineTransactionBoundaries(settings()))
                .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
        assertThat(connector.taskConfigs(3))
                .hasSize(3)
                .extracting(config -> config.get("task.number"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void offsetsMayBeResetAndNonsenseIsRefused() {
        // Given
        Map<Map<String, ?>, Map<String, ?>> reset = new HashMap<>();
        reset.put(Map.of("feed", "T1/C1"), null);

        // Then
        assertThat(connector.alterOffsets(settings(), reset)).isTrue();
        assertThatThrownBy(
                        () ->
                                connector.alterOffsets(
                                        settings(), Map.of(Map.of("file", "x"), Map.of("a", "b"))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("must be {\"feed\": \"name\"}");
    }
}
