package dev.followthrough.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.receiver.door.Signature;
import dev.followthrough.service.config.ConfigurationDocs;

import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings on a connector's page are those that start-up validates with. With {@code
 * DOCS_WRITE} in the environment they are written anew instead of compared.
 */
class ConnectorPagesTest {
    private static final Path FOLDER = Path.of("../../docs/connectors");
    private static final Pattern SETTING =
            Pattern.compile("(?m)(?:^ +|`)(receiver\\.[a-z.]+) = ([^`\\n]+)");

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

    @ParameterizedTest
    @CsvSource({
        "slack-events, /slack/events",
        "hubspot-webhooks, /hubspot/webhooks",
        "zoom-webhooks, /zoom/webhooks",
        "zendesk, /zendesk/webhooks",
        "intercom, /intercom/webhooks",
        "generic-events, /v1/events/issues"
    })
    void whatAPageSaysToSetOpensItsDoorToTheSourceAlone(String page, String path)
            throws IOException {
        // Given
        String text = Files.readString(FOLDER.resolve(page + ".md"));

        // When
        try (Front front = new Front(settings(text))) {

            // Then
            assertThat(text).contains("POST " + path.replace("/issues", "/<source>"));
            assertThat(front.paths()).contains(path);
            assertThat(front.post(path, "{}").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theExampleOfGenericEventsIsTakenAsThePageSays() throws IOException {
        // Given
        String text = Files.readString(FOLDER.resolve("generic-events.md"));
        int begin = text.indexOf("{\"action\"");
        String body = text.substring(begin, text.indexOf("\n\n", begin));
        byte[] mac = Signature.sha256(Front.SECRET).of(Front.utf8(body));

        // When
        try (Front front = new Front(settings(text))) {
            String answer =
                    front.post(
                                    "/v1/events/issues",
                                    body,
                                    "X-Signature-256",
                                    "sha256=" + HexFormat.of().formatHex(mac))
                            .body();

            // Then
            assertThat(answer).isEqualTo("{\"published\":1,\"skipped\":0,\"rejected\":0}");
            assertThat(front.onlySignal().text()).isEqualTo("I will fix it by Friday");
            assertThat(front.onlySignal().author().email()).isEqualTo("ana@ours.example");
        }
    }

    @Test
    void theManifestAsksForTheScopesAndEventsOfThePage() throws IOException {
        // Given
        String page = Files.readString(FOLDER.resolve("slack-events.md"));
        String manifest = Files.readString(FOLDER.resolve("slack-receiver-manifest.yaml"));
        String scopes = page.substring(page.indexOf("| Scope |"), page.indexOf("Bot events:"));
        String events = page.substring(page.indexOf("Bot events:"), page.indexOf("## Data"));

        // Then
        assertThat(listed(manifest, "# - ", "- "))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(named(scopes), named(events))
                                .filter(name -> !name.startsWith("receiver."))
                                .toList());
        assertThat(listed(manifest, "# - "))
                .allMatch(name -> name.matches("(groups|im|mpim):.*|message\\.groups"));
    }

    private static List<String> listed(String manifest, String... marks) {
        return manifest.lines()
                .map(String::strip)
                .flatMap(
                        line ->
                                Stream.of(marks)
                                        .filter(line::startsWith)
                                        .map(mark -> line.substring(mark.length())))
                .toList();
    }

    private static Stream<String> named(String text) {
        return Pattern.compile("`([a-z_:.]+)`").matcher(text).results().map(one -> one.group(1));
    }

    /** As a reader copies them, with secrets in place of references. */
    private static String[] settings(String page) {
        Matcher set = SETTING.matcher(page);
        List<String> settings = new ArrayList<>();
        while (set.find()) {
            settings.add(set.group(1));
            settings.add(
                    set.group(2)
                            .replaceAll("\\$\\{.*?}", Front.SECRET)
                            .replace("<your host>", "hooks.example"));
        }
        return settings.toArray(String[]::new);
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
