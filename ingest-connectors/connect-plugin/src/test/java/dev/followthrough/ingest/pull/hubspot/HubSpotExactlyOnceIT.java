package dev.followthrough.ingest.pull.hubspot;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/**
 * Notes, calls and tasks of an account that is busy or broken now and then, some of one instant.
 */
class HubSpotExactlyOnceIT extends ExactlyOnceContract {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final Portal portal = new Portal();

    @AfterEach
    void close() {
        portal.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) {
        for (int i = 0; i < MESSAGES; i++) {
            // The last thousand came by an import.
            Instant at = BEGIN.plusSeconds(30L * Math.min(i, MESSAGES - 1000));
            put(i, at.toString());
        }
        Random random = new Random(42);
        portal.failing(
                asked ->
                        switch (random.nextInt(40)) {
                            case 0 -> new Told(429, Map.of("Retry-After", "0"), "", 0);
                            case 1 -> Told.status(503);
                            default -> null;
                        });
        return Map.of(
                "connector.class",
                HubSpotSourceConnector.class.getName(),
                HubSpotSourceConfig.TOKEN,
                Portal.TOKEN,
                HubSpotSourceConfig.URL,
                portal.url(),
                HubSpotSourceConfig.OBJECTS,
                "notes,calls,tasks",
                HubSpotSourceConfig.SEARCH_RATE,
                "100",
                HubSpotSourceConfig.RATE,
                "10000",
                "check.on.validate",
                "false");
    }

    private void put(int i, String at) {
        String kind = new String[] {"notes", "calls", "tasks"}[i % 3];
        String words = new String[] {"hs_note_body", "hs_call_body", "hs_task_subject"}[i % 3];
        portal.put(
                kind,
                Portal.json(
                        "{'id':'"
                                + (1000 + i)
                                + "','properties':{'"
                                + words
                                + "':'Words "
                                + i
                                + "','hs_timestamp':'"
                                + at
                                + "','hs_lastmodifieddate':'"
                                + at
                                + "'},'createdAt':'"
                                + at
                                + "','updatedAt':'"
                                + at
                                + "','archived':false}"));
    }
}
