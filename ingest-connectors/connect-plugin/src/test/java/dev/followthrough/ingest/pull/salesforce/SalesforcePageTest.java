package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

class SalesforcePageTest {
    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("salesforce.md", SalesforceSourceConfig.DEF);
    }
}
