package dev.followthrough.ingest.pull.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;
import dev.followthrough.ingest.pull.Script.Told;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ZoomPageTest {
    private final Account account = new Account().user("ana");

    @AfterEach
    void close() {
        account.close();
    }

    private List<String> check() {
        return ConnectorPage.check(
                new ZoomSourceConnector(),
                ConnectorPage.example(
                        "zoom.md",
                        Map.of(
                                "zoom.account.id",
                                "A1",
                                "zoom.client.id",
                                "C1",
                                "zoom.client.secret",
                                Account.SECRET,
                                "zoom.url",
                                account.url(),
                                "zoom.login.url",
                                account.url())));
    }

    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("zoom.md", ZoomSourceConfig.DEF);
    }

    @Test
    void aWebPageInPlaceOfJsonIsToldWithTheHost() {
        // Given
        account.failing(asked -> Told.webPage());

        // When
        List<String> said = check();

        // Then
        assertThat(said.get(said.size() - 1))
                .contains("HTML instead of JSON", " from 127.0.0.1: ", "proxy")
                .doesNotContain("dear guest");
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() {
        // Given
        account.user("bo");

        // When
        List<String> said = check();

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains(
                        "FINE participants can be listed",
                        "FINE 2 feeds to read: user/ana, user/bo");
    }

    @Test
    void aUserWhomTheAccountDoesNotHaveIsNamed() {
        // When
        List<String> said = check();

        // Then
        assertThat(said)
                .filteredOn(line -> line.startsWith("WRONG"))
                .containsExactly(
                        "WRONG zoom.users: no active user of the account has the address bo@acme.example");
    }

    @Test
    void wrongCredentialsAreSaidInWords() {
        // Given
        account.failing(
                asked ->
                        asked.path().equals("/oauth/token")
                                ? new Told(400, Map.of(), "{\"error\":\"invalid_client\"}", 0)
                                : null);

        // When
        List<String> said = check();

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG zoom.client.id: zoom refuses to log in (400 invalid_client)")
                .doesNotContain(Account.SECRET);
    }

    @Test
    void anAddressThatIsNotZoomsIsNamed() {
        // Given
        account.failing(asked -> Told.status(404));

        // When
        List<String> said = check();

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith(
                        "WRONG zoom.login.url: zoom refuses to log in (404): check zoom.login.url");
    }

    @Test
    void aMissingScopeIsNamed() {
        // Given
        account.failing(
                asked ->
                        asked.path().contains("/recordings")
                                ? Account.error(
                                        400,
                                        4711,
                                        "Invalid access token, does not contain scopes:[cloud_recording:read:list_user_recordings:admin].")
                                : null);

        // When
        List<String> said = check();

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG zoom.client.id: ")
                .contains("add the scopes cloud_recording:read:list_user_recordings:admin");
    }
}
