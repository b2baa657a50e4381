package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class ImapPageTest {
    private final GreenMailbox mailbox = new GreenMailbox();

    @AfterEach
    void close() {
        mailbox.close();
    }

    private List<String> check(String password) {
        return check(password, "none");
    }

    private List<String> check(String password, String security) {
        return ConnectorPage.check(
                new ImapSourceConnector(),
                ConnectorPage.example(
                        "imap.md",
                        Map.of(
                                "host",
                                "127.0.0.1",
                                "port",
                                Integer.toString(mailbox.port()),
                                "security",
                                security,
                                "user",
                                GreenMailbox.USER,
                                "password",
                                password)));
    }

    @Test
    void theSettingsOfThePageAreThoseOfTheConnector() {
        ConnectorPage.isAsDefined("imap.md", ImapConfig.DEF);
    }

    @Test
    void theExampleOnThePageIsProvedUpToAPage() {
        // Given
        mailbox.create("Sent");
        mailbox.deliver(1);

        // When
        List<String> said = check(GreenMailbox.PASSWORD);

        // Then
        assertThat(said)
                .noneMatch(line -> line.startsWith("WRONG"))
                .contains(
                        "FINE 2 feeds to read: INBOX, Sent",
                        "FINE one page of INBOX: 1 objects, 1 signals");
    }

    @Test
    void aWrongPasswordIsSaidInWords() {
        // When
        List<String> said = check("wrong staple");

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG password: Login of ")
                .contains("app password", "The server says: LOGIN failed.")
                .doesNotContain("staple");
    }

    @Test
    void aMissingFolderIsNamedWithThoseThatThereAre() {
        // When
        List<String> said = check(GreenMailbox.PASSWORD);

        // Then
        assertThat(said.get(said.size() - 1))
                .startsWith("WRONG folders: Folder \\Sent is not in this mailbox")
                .endsWith("Set folders to some of: INBOX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls", "starttls"})
    void aConnectionThatCannotBeProtectedIsNoMatterOfThePassword(String security) {
        // When
        List<String> said = check(GreenMailbox.PASSWORD, security);

        // Then
        assertThat(said.get(said.size() - 1)).startsWith("WRONG security: ").contains("TLS");
    }
}
