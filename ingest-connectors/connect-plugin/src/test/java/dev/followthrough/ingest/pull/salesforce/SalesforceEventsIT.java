package dev.followthrough.ingest.pull.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.worker.Broker;
import dev.followthrough.ingest.worker.OldestWorker;
import dev.followthrough.ingest.worker.Published;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The archive in the oldest worker: a row is published at once although the poll is an hour away.
 */
class SalesforceEventsIT {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceEventsIT.class);
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A second or two; a bound for a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aRowIsPublishedAtOnceAlthoughThePollIsAnHourAway(
            @TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        // Given
        Org org = new Org().task(0, BEGIN, "Task 0");
        Path plugins = OldestWorker.unpack(folder.resolve("plugins"));
        try (org;
                EventBus bus = EventBus.start(org::isOpen);
                Broker broker = Broker.start(folder.resolve("broker"));
                Published published = new Published(broker.address());
                OldestWorker worker = OldestWorker.start(folder, broker.address(), plugins, "")) {
            assertThat(worker.rest().put("/connectors/crm/config", settings(org, bus)))
                    .startsWith("201");
            until(published, 1, PATIENCE);
            await().atMost(PATIENCE).until(() -> !bus.of("Task").isEmpty());

            // When
            for (int i = 1; i <= 3; i++) {
                org.task(i, BEGIN.plusSeconds(60L * i), "Task " + i);
                bus.emit("Task", 1);
                Duration took = until(published, i + 1, SOON);

                // Then
                assertThat(published.count()).isEqualTo(i + 1);
                LOG.info("published after_ms={}", took.toMillis());
            }
            assertThat(published.duplicates()).isZero();
            assertThat(worker.rest().get("/connectors/crm/status")).doesNotContain("FAILED");
            assertThat(worker.log()).noneMatch(line -> line.contains(org.session()));
        }
    }

    private static Duration until(Published published, int count, Duration most) {
        long begin = System.nanoTime();
        while (published.count() < count && System.nanoTime() - begin < most.toNanos()) {
            published.read(Duration.ofMillis(50));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String settings(Org org, EventBus bus) {
        return """
               {"connector.class": "%s", "salesforce.client.id": "client-1", "salesforce.client.secret": "%s",
                "salesforce.login.url": "%s", "salesforce.objects": "Task", "salesforce.pubsub": "true",
                "salesforce.pubsub.address": "%s", "topic.partitions": "%d", "poll.interval.ms": "3600000",
                "exactly.once.support": "required"}
               """
                .formatted(
                        SalesforceSourceConnector.class.getName(),
                        Org.SECRET,
                        org.url(),
                        bus.address(),
                        Broker.PARTITIONS);
    }
}
