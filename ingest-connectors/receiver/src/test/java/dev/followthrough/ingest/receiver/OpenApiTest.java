package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.ActionKind;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The published description and the routes say the same. */
class OpenApiTest {
    private static final Path FILE = Path.of("../../docs/openapi/receiver.yaml");

    @Test
    void everyRouteIsDescribedAndEveryDescribedPathIsARoute() throws Exception {
        // Given
        List<String> described =
                Files.readAllLines(FILE).stream()
                        .filter(line -> line.matches("  /\\S+:"))
                        .map(line -> line.strip().substring(0, line.strip().length() - 1))
                        .map(path -> path.replace("{source}", "any"))
                        .sorted()
                        .toList();

        // When
        try (Front everything =
                new Front(
                        "receiver.slack.signing.secret", "s",
                        "receiver.hubspot.client.secret", "s",
                        "receiver.hubspot.access.token", "t",
                        "receiver.hubspot.public.url", "https://x.example/",
                        "receiver.zoom.secret.token", "s",
                        "receiver.zendesk.signing.secret", "s",
                        "receiver.intercom.client.secret", "s",
                        "receiver.events.any.secret", "s")) {
            // Then
            assertThat(everything.paths()).isEqualTo(described);
        }
    }

    @Test
    void everyKindOfActionIsDescribed() throws IOException {
        // Given
        String file = Files.readString(FILE);

        // Then
        assertThat(
                        Arrays.stream(ActionKind.values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .allMatch(kind -> file.matches("(?s).*enum: \\[[^\\]]*\\b" + kind + "\\b.*"));
    }

    @Test
    void everyRouteMaySayThatItIsTooMuch() throws IOException {
        // Given
        String[] operations = Files.readString(FILE).split("operationId: ");

        // Then
        assertThat(operations).hasSizeGreaterThan(8);
        assertThat(Arrays.stream(operations).skip(1))
                .allSatisfy(
                        one ->
                                assertThat(one)
                                        .contains(
                                                "'429': {$ref: '#/components/responses/TooMany'}"));
    }

    @Test
    void everyReferenceHasItsTarget() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(FILE);

        // Then
        for (String line : lines) {
            int start = line.indexOf("'#/components/");
            if (start >= 0) {
                String target = line.substring(start, line.indexOf('\'', start + 1));
                String name = target.substring(target.lastIndexOf('/') + 1);
                assertThat(lines).as(line).contains("    " + name + ":");
            }
        }
    }
}
