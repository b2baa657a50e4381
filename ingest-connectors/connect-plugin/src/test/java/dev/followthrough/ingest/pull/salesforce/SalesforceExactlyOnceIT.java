package dev.followthrough.ingest.pull.salesforce;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Tasks and events of an org that is broken now and then, ends sessions and forgets cursors. */
class SalesforceExactlyOnceIT extends ExactlyOnceContract {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final Org org = new Org();

    @AfterEach
    void close() {
        org.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) {
        for (int i = 0; i < MESSAGES; i++) {
            Instant at = BEGIN.plusSeconds(20L * Math.min(i, MESSAGES - 1000));
            if (i % 2 == 0) {
                org.task(i, at, "Task " + i);
            } else {
                org.put(
                        "Event",
                        Org.id("00U", i),
                        at,
                        Org.json("{'Subject':'Event " + i + "'}")
                                .put("StartDateTime", Org.stamp(at)));
            }
        }
        Random random = new Random(42);
        AtomicInteger calls = new AtomicInteger();
        org.failing(
                asked -> {
                    if (calls.incrementAndGet() % 25 == 0) {
                        org.forgetCursors();
                    }
                    return random.nextInt(30) == 0 ? Told.status(503) : null;
                });
        return Map.of(
                "connector.class",
                SalesforceSourceConnector.class.getName(),
                SalesforceSourceConfig.CLIENT_ID,
                "client-1",
                SalesforceSourceConfig.CLIENT_SECRET,
                Org.SECRET,
                SalesforceSourceConfig.LOGIN_URL,
                org.url(),
                SalesforceSourceConfig.OBJECTS,
                "Task,Event",
                "check.on.validate",
                "false");
    }
}
