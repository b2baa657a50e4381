package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.service.config.ConfigurationDocs;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The settings on a connector's page are those that start-up validates with. With {@code
 * DOCS_WRITE} in the environment they are written anew instead of compared.
 */
class ConnectorPagesTest {
    private static final Path FOLDER = Path.of("../../docs/connectors");
    private static final List<String> ORDER =
            List.of(
                    "## How it works",
                    "## Permissions needed",
                    "## Data",
                    "## Delivery",
                    "## Configuration",
                    "## Limits",
                    "## Trouble-shooting");

    @ParameterizedTest
    @CsvSource({
        "slack-events, receiver.slack.",
        "hubspot-webhooks, receiver.hubspot.",
        "zoom-webhooks, receiver.zoom.",
        "zendesk, receiver.zendesk.",
        "intercom, receiver.intercom.",
        "generic-events, receiver.events."
    })
    void aPageHoldsTheSettingsAsTheyAre(String page, String prefix) throws IOException {
        // Given
        Path file = FOLDER.resolve(page + ".md");
        String written = Files.readString(file);
        String start = "<!-- settings: " + prefix + " -->\n";
        int from = written.indexOf(start) + start.length();
        int to = written.indexOf("<!-- end -->");

        // When
        String printed =
                written.substring(0, from)
                        + ConfigurationDocs.table(only(prefix))
                        + written.substring(to);

        // Then
        if (System.getenv("DOCS_WRITE") != null) {
            Files.writeString(file, printed);
        } else {
            assertThat(written).isEqualTo(printed);
        }
    }

    private static ConfigDef only(String prefix) {
        ConfigDef def = new ConfigDef();
        ReceiverService.settings().configKeys().values().stream()
                .filter(key -> key.name.startsWith(prefix))
                .forEach(def::define);
        return def;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slack-events",
                "hubspot-webhooks",
                "zoom-webhooks",
                "zendesk",
                "intercom",
                "generic-events"
            })
    void aPageHasItsSectionsInTheirOrder(String page) throws IOException {
        // When
        List<String> headings =
                Files.readAllLines(FOLDER.resolve(page + ".md")).stream()
                        .filter(line -> line.startsWith("## "))
                        .toList();

        // Then
        assertThat(headings).isEqualTo(ORDER);
    }

    @Test
    void everySettingOfASourceIsOnAPage() {
        assertThat(ReceiverService.settings().names())
                .allMatch(
                        name ->
                                name.matches(
                                        "receiver\\.(slack|hubspot|zoom|zendesk|intercom|events|requests)\\..+"));
    }
}
