package dev.followthrough.ingest.pull.gong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;
import dev.followthrough.ingest.pull.Finding;
import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.pull.Tools;

import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class GongPageTest {
    private final GongRun run = new GongRun();
    private final Company company = run.company;

    @AfterEach
    void close() {
        run.close();
    }

    private List<String> check(String secret) {
        return ConnectorPage.check(
                new GongSourceConnector(),
                ConnectorPage.example(
                        "gong.md",
                        Map.of(
                                "gong.access.key",
                                Company.KEY,
                                "gong.access.key.secret",
                                secret,
                                "gong.url",
                                company.url())));
    }

    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("gong.md", GongSourceConfig.DEF);
    }

    @Test
    void sectionsStandInTheOrderOfTheOtherPages() {
        assertThat(ConnectorPage.sections("gong.md")).isEqualTo(ConnectorPage.sections("zoom.md"));
    }

    @Test
    void aWebPageInPlaceOfJsonIsToldWithTheHost() {
        // Given
        company.failing(asked -> Told.webPage());

        // When
        List<String> said = check(Company.SECRET);

        // Then
        assertThat(said.get(said.size() - 1))
                .contains("HTML instead of JSON", " from 127.0.0.1: ", "proxy")
                .doesNotContain("dear guest");
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() {
        // Given
        company.call("1", Instant.now().minus(Duration.ofDays(360)), 2);

        // When
        List<String> said = check(Company.SECRET);

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains(
                        "FINE calls can be listed",
                        "FINE transcripts can be read",
                        "FINE 1 feeds to read: calls",
                        "FINE one page of calls: 1 objects, 2 signals");
    }

    @Test
    void aWrongSecretIsToldWithoutShowingIt() {
        // When
        List<String> said = check("another-secret");

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG gong.access.key: gong refuses the access key (401)")
                .doesNotContain("another-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "/v2/calls/extensive, api:calls:read:extensive",
        "/v2/calls/transcript, api:calls:read:transcript"
    })
    void aMissingScopeIsNamed(String path, String scope) {
        // Given
        company.failing(
                asked -> asked.path().equals(path) ? Company.error(403, "Forbidden") : null);

        // When
        List<String> said = check(Company.SECRET);

        // Then
        assertThat(said.get(said.size() - 1)).startsWith("WRONG gong.access.key: ").endsWith(scope);
    }

    @Test
    void aWorkspaceThatGongDoesNotTakeIsNamed() throws InterruptedException {
        // Given
        Map<String, String> settings = run.settings();
        settings.put(GongSourceConfig.WORKSPACES, "7,8");
        company.failing(
                asked ->
                        asked.body().contains("\"workspaceId\":\"8\"")
                                ? Company.error(400, "Invalid workspace")
                                : null);

        // When
        List<Finding> found = new GongSource().check(settings, Tools.check());

        // Then
        assertThat(found)
                .filteredOn(finding -> finding.verdict() == Finding.Verdict.WRONG)
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.key()).isEqualTo("gong.workspaces");
                            assertThat(finding.words()).contains("workspace 8 ");
                        });
    }

    @Test
    void credentialsAreTriedWhenTheConnectorIsCreated() {
        // Given
        Map<String, String> settings = run.settings();
        settings.put(GongSourceConfig.SECRET, "another-secret");

        // When
        List<ConfigValue> values = new GongSourceConnector().validate(settings).configValues();

        // Then
        assertThat(values)
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .singleElement()
                .satisfies(
                        value -> {
                            assertThat(value.name()).isEqualTo("gong.access.key");
                            assertThat(value.errorMessages().get(0)).contains("(401)");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "gong.url, http://api.gong.io",
        "gong.url, https://api.gong.io/v2",
        "gong.url, https://key:secret@api.gong.io",
        "gong.workspaces, Sales",
        "gong.access.key, ''",
        "gong.history.days, 0",
        "start.from, yesterday"
    })
    void wrongSettingsAreNamedBeforeAnythingIsAsked(String key, String value) {
        // Given
        Map<String, String> settings = run.settings();
        settings.put(key, value);

        // When
        List<ConfigValue> values = new GongSourceConnector().validate(settings).configValues();

        // Then
        assertThat(values)
                .filteredOn(each -> !each.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactly(key);
        assertThat(company.asked()).isEmpty();
    }

    @Test
    void aWorkerFindsTheConnector() {
        assertThat(ServiceLoader.load(SourceConnector.class).stream())
                .anyMatch(each -> each.type() == GongSourceConnector.class);
    }
}
