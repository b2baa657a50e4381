package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;
import dev.followthrough.ingest.pull.Script;
import dev.followthrough.ingest.pull.Script.Told;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class SalesforcePageTest {
    private final Org org = new Org().task(1, Instant.parse("2026-02-03T09:00:00Z"), "Send it");

    @AfterEach
    void close() {
        org.close();
    }

    private List<String> check(String key) {
        return ConnectorPage.check(
                new SalesforceSourceConnector(),
                ConnectorPage.example(
                        "salesforce.md",
                        Map.of(
                                "salesforce.client.id",
                                "3MVG9app",
                                "salesforce.private.key",
                                key,
                                "salesforce.login.url",
                                org.url())));
    }

    private static String key() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(pairs.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("salesforce.md", SalesforceSourceConfig.DEF);
    }

    @Test
    void aWebPageInPlaceOfJsonIsToldWithTheHost() throws Exception {
        // Given
        org.failing(asked -> Told.webPage());

        // When
        List<String> said = check(key());

        // Then
        assertThat(said.get(said.size() - 1))
                .contains("HTML instead of JSON", " from 127.0.0.1: ", "proxy")
                .doesNotContain("dear guest");
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() throws Exception {
        // When
        List<String> said = check(key());

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains(
                        "FINE EmailMessage can be read",
                        "FINE one page of Task: 1 objects, 1 signals");
    }

    @Test
    void aKeyOfAnotherFormIsSaidAtTheKeyWithWhatToDo() {
        // When
        List<String> said = check("-----BEGIN RSA PRIVATE KEY-----");

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG salesforce.private.key: ")
                .contains("openssl pkcs8 -topk8 -nocrypt");
    }

    @Test
    void aUserThatIsNotApprovedIsSaidInWords() throws Exception {
        // Given
        org.failing(
                asked ->
                        asked.path().endsWith("/token")
                                ? new Told(400, Map.of(), "{\"error\":\"invalid_grant\"}", 0)
                                : null);

        // When
        List<String> said = check(key());

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG salesforce.client.id: salesforce refuses to log in (400")
                .contains("salesforce.user is pre-authorized");
    }

    @Test
    void anAddressThatIsNotSalesforcesIsNamed() throws Exception {
        // Given
        org.failing(asked -> Told.status(404));

        // When
        List<String> said = check(key());

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG salesforce.login.url: salesforce refuses to log in (404): ")
                .endsWith("check salesforce.login.url");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INVALID_TYPE | sObject type 'EmailMessage' is not supported. | take it out of salesforce.objects",
                "INVALID_FIELD | No such column 'HtmlBody' on entity 'EmailMessage'. | the field HtmlBody"
            })
    void anObjectOrFieldThatTheUserMayNotSeeIsNamed(String code, String message, String words)
            throws Exception {
        // Given
        org.failing(
                asked ->
                        asked.query().contains("EmailMessage")
                                ? Org.error(400, code, message)
                                : null);

        // When
        List<String> said = check(key());

        // Then
        assertThat(said)
                .filteredOn(line -> line.startsWith("WRONG"))
                .singleElement()
                .asString()
                .contains("salesforce.objects: ", "EmailMessage", words);
    }

    @Test
    void theClaimDoesNotFollowARedirect() throws Exception {
        // Given
        try (Script other = Script.start(Told.json("{}"))) {
            Map<String, String> there = Map.of("Location", other.uri("/x").toString());
            org.failing(asked -> new Told(302, there, "", 0));

            // When
            List<String> said = check(key());

            // Then
            assertThat(said.get(said.size() - 1)).startsWith("WRONG").contains("302");
            assertThat(other.asked()).isEmpty();
        }
    }
}
