package dev.followthrough.ingest.pull.salesforce;

import static java.util.Map.entry;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;

import io.grpc.Status;

import org.junit.jupiter.api.AfterEach;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tasks and events of an org that is broken now and then, ends sessions and forgets cursors; whose
 * change events wake the poll at any time, and break off.
 */
class SalesforceExactlyOnceIT extends ExactlyOnceContract {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final Org org = new Org();
    private final EventBus bus = EventBus.start(org::isOpen);

    @AfterEach
    void close() {
        bus.close();
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
                        bus.emit("Task", 1);
                    }
                    if (calls.get() % 60 == 0) {
                        bus.end(Status.UNAVAILABLE);
                    }
                    return random.nextInt(30) == 0 ? Told.status(503) : null;
                });
        return Map.ofEntries(
                entry("connector.class", SalesforceSourceConnector.class.getName()),
                entry(SalesforceSourceConfig.CLIENT_ID, "client-1"),
                entry(SalesforceSourceConfig.CLIENT_SECRET, Org.SECRET),
                entry(SalesforceSourceConfig.LOGIN_URL, org.url()),
                entry(SalesforceSourceConfig.OBJECTS, "Task,Event"),
                entry(PubSubConfig.ON, "true"),
                entry(PubSubConfig.ADDRESS, bus.address()),
                entry("check.on.validate", "false"));
    }
}
