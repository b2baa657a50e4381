package dev.followthrough.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.connect.StateConverter;
import dev.followthrough.ingest.pull.slack.SlackSourceConfig;
import dev.followthrough.service.config.ConfigurationDocs;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The tables of settings on the connectors' pages are printed from the definitions, between two
 * comments. With {@code -Ddocs.write=true} (or the variable {@code DOCS_WRITE} set) they are
 * written anew instead of compared.
 */
class ConnectorPagesTest {
    private static final String END = "<!-- end of settings -->";

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("slack.md", "settings", SlackSourceConfig.DEF),
                Arguments.of("README.md", "settings of StateConverter", StateConverter.DEF));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void settingsAreAsDefined(String name, String mark, ConfigDef def) throws IOException {
        // Given
        Path page = Path.of("../docs/connectors", name);
        String text = Files.readString(page);
        String begin = "<!-- " + mark + ": printed from the code by a test -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(END, from);

        // When
        String printed =
                text.substring(0, from)
                        + "\n\n"
                        + ConfigurationDocs.table(def)
                        + "\n"
                        + text.substring(to);

        // Then
        if (Boolean.getBoolean("docs.write") || System.getenv("DOCS_WRITE") != null) {
            Files.writeString(page, printed);
        }
        assertThat(text.contains(begin)).as(page + " has the mark " + begin).isTrue();
        assertThat(Files.readString(page))
                .as(page + " as printed; write it anew with -Ddocs.write=true")
                .isEqualTo(printed);
    }
}
