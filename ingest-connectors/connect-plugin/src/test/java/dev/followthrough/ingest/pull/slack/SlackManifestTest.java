package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The shipped app manifest asks for what the connector needs, and for no more. */
class SlackManifestTest {
    private static final Path MANIFEST = Path.of("../../docs/connectors/slack-app-manifest.yaml");

    private static List<String> scopes(String begin) throws IOException {
        return Files.readAllLines(MANIFEST).stream()
                .map(String::strip)
                .filter(line -> line.matches(begin + "[a-z]+:[a-z.]+"))
                .map(line -> line.replaceFirst(begin, ""))
                .toList();
    }

    @Test
    void theScopesAreTheLeastForPublicChannels() throws IOException {
        // Given
        TreeSet<String> needed =
                new TreeSet<>(SlackSource.needed(new SlackSourceConfig(settings("false"))));
        needed.add("users:read.email");

        // When
        List<String> asked = scopes("- ");

        // Then
        assertThat(asked).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void whatIsOffStandsThereToBeTurnedOn() throws IOException {
        // Given
        TreeSet<String> needed =
                new TreeSet<>(SlackSource.needed(new SlackSourceConfig(settings("true"))));
        needed.removeAll(SlackSource.needed(new SlackSourceConfig(settings("false"))));

        // When
        List<String> shown = scopes("# - ");

        // Then
        assertThat(shown).containsExactlyInAnyOrderElementsOf(needed);
    }

    private static Map<String, String> settings(String more) {
        return Map.of(
                "slack.token",
                "x",
                "topic.partitions",
                "4",
                "slack.private.channels",
                more,
                "slack.direct.messages",
                more);
    }
}
