package dev.followthrough.ingest.pull.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;
import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Told;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class HubSpotPageTest {
    private final Portal portal =
            new Portal().note(1, Instant.parse("2026-02-03T09:00:00Z"), "We will send it.");

    @AfterEach
    void close() {
        portal.close();
    }

    private List<String> check(String token) {
        return ConnectorPage.check(
                new HubSpotSourceConnector(),
                ConnectorPage.example(
                        "hubspot.md", Map.of("hubspot.token", token, "hubspot.url", portal.url())));
    }

    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("hubspot.md", HubSpotSourceConfig.DEF);
    }

    @Test
    void aWebPageInPlaceOfJsonIsToldWithTheHost() {
        // Given
        portal.failing(asked -> Told.webPage());

        // When
        List<String> said = check(Portal.TOKEN);

        // Then
        assertThat(said.get(said.size() - 1))
                .contains("HTML instead of JSON", " from 127.0.0.1: ", "proxy")
                .doesNotContain("dear guest");
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() {
        // When
        List<String> said = check(Portal.TOKEN);

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains(
                        "FINE the token is that of account 62515",
                        "FINE emails can be read",
                        "FINE one page of notes: 1 objects, 1 signals");
    }

    @Test
    void aWrongTokenIsSaidInWords() {
        // When
        List<String> said = check("pat-wrong");

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG hubspot.token: hubspot refuses the token (401")
                .doesNotContain("pat-wrong");
    }

    @Test
    void anAddressThatIsNotHubSpotsIsNamed() {
        // Given
        portal.failing(asked -> Told.status(404));

        // When
        List<String> said = check(Portal.TOKEN);

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith(
                        "WRONG hubspot.url: hubspot answers 404 to the account: check hubspot.url");
    }

    @Test
    void aMissingScopeIsNamed() {
        // Given
        String answer =
                """
                {"status": "error", "category": "MISSING_SCOPES", "errors": [{"message": "One or more …",
                 "context": {"requiredGranularScopes": ["sales-email-read"]}}]}
                """;
        portal.failing(
                asked ->
                        asked.path().contains("/emails")
                                ? new Told(403, Map.of(), answer, 0)
                                : null);

        // When
        List<String> said = check(Portal.TOKEN);

        // Then
        assertThat(said)
                .filteredOn(line -> line.startsWith("WRONG"))
                .singleElement()
                .asString()
                .contains("hubspot.objects: ", "add the scopes sales-email-read");
    }

    @Test
    void theTokenDoesNotFollowARedirect() {
        // Given
        try (Script other = Script.start(Told.json("{}"))) {
            Map<String, String> there = Map.of("Location", other.uri("/x").toString());
            portal.failing(asked -> new Told(302, there, "", 0));

            // When
            List<String> said = check(Portal.TOKEN);

            // Then
            assertThat(said.get(said.size() - 1)).startsWith("WRONG").contains("302");
            assertThat(other.asked()).isEmpty();
        }
    }
}
