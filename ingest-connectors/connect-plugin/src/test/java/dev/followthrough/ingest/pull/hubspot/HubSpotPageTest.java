package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

class HubSpotPageTest {
    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("hubspot.md", HubSpotSourceConfig.DEF);
    }
}
