package dev.followthrough.ingest.pull.zoom;

import dev.followthrough.ingest.pull.ConnectorPage;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class ZoomPageTest {
    @Test
    void settingsAreAsDefined() throws IOException {
        ConnectorPage.check("zoom", ZoomSourceConfig.DEF);
    }
}
