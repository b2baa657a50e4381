package dev.followthrough.service.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.Map;

class ConfigurationDocsTest {
    private static String section(String page, String title) {
        String from = page.substring(page.indexOf("\n## " + title + "\n"));
        int next = from.indexOf("\n## ", 1);
        return next < 0 ? from : from.substring(0, next);
    }

    @Test
    void aSettingIsARowWithAllThatIsDefined() {
        // Given
        ConfigDef def =
                new ConfigDef()
                        .define(
                                "b.low",
                                Type.INT,
                                5,
                                Range.between(1, 9),
                                Importance.LOW,
                                "Either | or,\n  in one line.")
                        .define("a.low", Type.STRING, "", Importance.LOW, "Text.")
                        .define("secret", Type.PASSWORD, null, Importance.MEDIUM, "Token.")
                        .define(
                                "z.high",
                                Type.LIST,
                                ConfigDef.NO_DEFAULT_VALUE,
                                Importance.HIGH,
                                "Brokers.");

        // When
        String page = ConfigurationDocs.markdown(Map.of("Receiver", def));

        // Then
        assertThat(section(page, "Receiver"))
                .isEqualTo(
                        """

                        ## Receiver

                        | Setting | Type | Default | Allowed | Importance | What it does |
                        |---|---|---|---|---|---|
                        | `z.high` | list | **must be set** |  | high | Brokers. |
                        | `secret` | secret | unset |  | medium | Token. |
                        | `a.low` | string | empty |  | low | Text. |
                        | `b.low` | int | `5` | [1,...,9] | low | Either \\| or, in one line. |
                        """);
    }

    @Test
    void sectionsComeInTheGivenOrder() {
        // Given
        Map<String, ConfigDef> parts = new LinkedHashMap<>();
        parts.put("Every service", ServiceConfig.common());
        parts.put("Extractor", new ConfigDef());

        // When
        String page = ConfigurationDocs.markdown(parts);

        // Then
        assertThat(page).startsWith("# Configuration\n").endsWith("No settings of its own.\n");
        assertThat(page.indexOf("## Every service")).isLessThan(page.indexOf("## Extractor"));
        assertThat(section(page, "Every service"))
                .contains(
                        ServiceConfig.common().names().stream()
                                .map(k -> "| `" + k + "` |")
                                .toList());
    }

    @Test
    void everyCommonSettingSaysWhatItDoes() {
        // Then
        assertThat(ServiceConfig.common().configKeys().values())
                .allMatch(
                        key -> key.documentation.length() > 20 && key.documentation.endsWith("."));
    }
}
