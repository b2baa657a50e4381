package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class SalesforcePageTest {
    @Test
    void settingsAreAsDefined() throws IOException {
        ConnectorPage.check("salesforce", SalesforceSourceConfig.DEF);
    }
}
