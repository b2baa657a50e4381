package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class HubSpotPageTest {
    @Test
    void settingsAreAsDefined() throws IOException {
        ConnectorPage.check("hubspot", HubSpotSourceConfig.DEF);
    }
}
