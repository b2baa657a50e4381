package dev.followthrough.extract.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class ExtractorSettingsTest {
    private static final String OFF = "off: [promise.take-on]\n";

    @TempDir private Path folder;

    @Test
    void withoutSettingsTextsAreReadAsShipped() {
        assertThat(setup()).isEqualTo(Setup.standard());
    }

    @Test
    void fiscalYearAndHolidaysOfTheSettingsResolveTimesAndChangeTheVersion() {
        // Given
        Setup setup =
                setup(
                        ExtractorSettings.FISCAL_YEAR,
                        "4",
                        ExtractorSettings.HOLIDAYS,
                        "2026-03-03, 2026-03-04");

        // When, Then
        assertThat(due(setup, "I'll send you the report by the end of Q2"))
                .isEqualTo("2026-09-30T23:59:59Z");
        assertThat(due(Setup.standard(), "I'll send you the report by the end of Q2"))
                .isEqualTo("2026-06-30T23:59:59Z");
        assertThat(due(setup, "I'll send you the report within two business days"))
                .isEqualTo("2026-03-06T23:59:59Z");
        assertThat(setup.version()).isNotEqualTo(Setup.standard().version());
    }

    @Test
    void withoutAModelRulesJudgeAlone() {
        // Given
        Setup setup = setup(ExtractorSettings.MODEL, "none");

        // When, Then
        assertThat(setup.judge().digest()).isEqualTo(Judge.rulesOnly().digest());
        assertThat(setup.version()).isNotEqualTo(Setup.standard().version());
        assertThatThrownBy(() -> setup(ExtractorSettings.MODEL, "other"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("extract.model")
                .hasMessageContaining("other");
    }

    @Test
    void yamlFilesOfTheFolderAreReadAndNothingElse() throws IOException {
        // Given
        Files.writeString(folder.resolve("a.yaml"), OFF);
        Files.writeString(folder.resolve("b.yml"), "off: [promise.done-by]\n");
        Files.writeString(folder.resolve("README.md"), "not rules: [");
        Files.writeString(folder.resolve(".swp.yaml"), "not rules: [");
        Files.createDirectory(folder.resolve("c.yaml"));

        // When
        Setup setup = setup(ExtractorSettings.RULES_DIR, folder.toString());

        // Then
        assertThat(setup.rules().rules())
                .hasSize(Setup.standard().rules().rules().size() - 2)
                .noneMatch(rule -> rule.id().equals("promise.done-by"));
    }

    @Test
    void faultInAFileStopsTheStartWithItsPlace() throws IOException {
        // Given
        Files.writeString(folder.resolve("mine.yaml"), "off:\n- no.such\n");

        // When, Then
        assertThatThrownBy(() -> setup(ExtractorSettings.RULES_DIR, folder.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("extract.rules.dir must hold rules without a fault")
                .hasMessageContaining("mine.yaml:2:3: 'no.such' is the id of no shipped rule");
    }

    @Test
    void folderThatCannotBeUsedIsAFault() throws IOException {
        // Given
        String file = Files.writeString(folder.resolve("file"), OFF).toString();

        // When, Then
        assertThatThrownBy(() -> setup(ExtractorSettings.RULES_DIR, "/no/such/folder"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must name a folder that can be read");
        assertThatThrownBy(() -> setup(ExtractorSettings.RULES_DIR, file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must name a folder that can be read");
        assertThatThrownBy(() -> setup(ExtractorSettings.RULES_DIR, folder.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must hold a .yaml file");
    }

    @Test
    void fileThatIsNoTextIsAFault() throws IOException {
        // Given
        Files.write(folder.resolve("latin.yaml"), new byte[] {'#', (byte) 0xe9});

        // When, Then
        assertThatThrownBy(() -> setup(ExtractorSettings.RULES_DIR, folder.toString()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("must hold files in UTF-8: latin.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "extract.fiscal.year.start.month,0",
        "extract.fiscal.year.start.month,13",
        "extract.fiscal.year.start.month,April",
        "extract.holidays,Christmas",
        "extract.holidays,2026-02-30"
    })
    void wrongValueIsRefusedByItsKey(String key, String value) {
        assertThatThrownBy(() -> setup(key, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    private static Setup setup(String... pairs) {
        Map<String, String> values = new HashMap<>(Map.of("bootstrap.servers", "none:1"));
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return ExtractorSettings.setup(ServiceConfig.of(ExtractorService.settings(), values));
    }

    private static String due(Setup setup, String text) {
        Candidate found =
                setup.extractor().extract(Say.ben(text), Context.EMPTY).candidates().get(0);
        Due due = ((Candidate.Promise) found).due();
        return due == null ? "none" : String.valueOf(due.at());
    }
}
