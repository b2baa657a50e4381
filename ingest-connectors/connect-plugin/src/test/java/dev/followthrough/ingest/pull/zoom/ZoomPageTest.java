package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

class ZoomPageTest {
    @Test
    void settingsAreAsDefined() {
        ConnectorPage.isAsDefined("zoom.md", ZoomSourceConfig.DEF);
    }
}
