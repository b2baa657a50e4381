package dev.followthrough.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.files.FileSourceConfig;
import dev.followthrough.service.config.ConfigurationDocs;
import dev.followthrough.service.config.ServiceConfig;
import dev.followthrough.standalone.app.Part;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code docs/configuration.md} is printed from the definitions. With {@code -Ddocs.write=true} (or
 * the variable {@code DOCS_WRITE} set) it is written anew instead of compared.
 */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void isAsDefined() throws IOException {
        // Given
        Map<String, ConfigDef> parts = new LinkedHashMap<>();
        parts.put("All services", ServiceConfig.common());
        for (Part part : Part.values()) {
            parts.put("`serve " + part + "`", part.settings());
        }
        parts.put("File connector (Kafka Connect)", FileSourceConfig.DEF);

        // When
        String printed = ConfigurationDocs.markdown(parts);

        // Then
        if (Boolean.getBoolean("docs.write") || System.getenv("DOCS_WRITE") != null) {
            Files.writeString(PAGE, printed);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as(PAGE + " as printed; write it anew with -Ddocs.write=true")
                .isEqualTo(printed);
    }
}
