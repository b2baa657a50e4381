package dev.followthrough.ingest.pull.imap;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

class ImapPageTest {
    @Test
    void theSettingsOfThePageAreThoseOfTheConnector() {
        ConnectorPage.isAsDefined("imap.md", ImapConfig.DEF);
    }
}
