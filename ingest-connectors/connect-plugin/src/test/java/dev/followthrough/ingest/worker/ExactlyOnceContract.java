package dev.followthrough.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * What holds for every pull connector on a worker with exactly-once sources: while it reads 10,000
 * messages, its tasks are cut off at random points, and once the whole worker; no message is lost,
 * none is published twice. A subclass stands up a source that behaves badly now and then.
 */
public abstract class ExactlyOnceContract {
    protected static final int MESSAGES = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ExactlyOnceContract.class);
    private static final String NAME = "source";
    private static final int CUTS = 6;

    /** Half a minute on two quiet cores; a bound for busy ones. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Settings of the connector; {@code connector.class} among them. */
    protected abstract Map<String, String> connector(Path folder) throws Exception;

    /** How many signals the source holds; their ids are all different. */
    protected int expected() {
        return MESSAGES;
    }

    /** What else is to be seen of a connector that has read everything. */
    protected void look(Worker worker, Path folder) throws Exception {}

    @Test
    void noMessageIsLostAndNoneIsPublishedTwice(@TempDir(cleanup = CleanupMode.NEVER) Path folder)
            throws Exception {
        // Given
        Random random = new Random();
        long begin = System.nanoTime();
        long end = begin + LONGEST.toNanos();
        try (Broker broker = Broker.start(folder.resolve("broker"));
                Published published = new Published(broker.address())) {
            Worker worker = Worker.start(broker.address());
            try {
                worker.run(NAME, settings(folder));

                // When
                for (int cut = 1; cut <= CUTS; cut++) {
                    int share = expected() * cut / (CUTS + 2);
                    until(worker, published, share + random.nextInt(expected() / 20), end);
                    LOG.info("cut off published={} of={}", published.count(), expected());
                    if (cut == CUTS / 2) {
                        worker.cut(NAME); // a stop by itself lets tasks commit
                        worker.close();
                        worker = Worker.start(broker.address());
                    } else {
                        worker.cut(NAME);
                    }
                }
                until(worker, published, expected(), end);
                published.read(Duration.ofSeconds(2)); // what comes twice comes late

                // Then
                assertThat(worker.revive(NAME)).isEmpty();
                assertThat(published.count()).as("signals").isEqualTo(expected());
                assertThat(published.duplicates()).as("published twice").isZero();
                look(worker, folder);
            } finally {
                worker.close();
            }
        }
        LOG.info("done in_ms={}", Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Reads until so many came; a task that was cut off is started again. */
    private static void until(Worker worker, Published published, int count, long end) {
        while (published.count() < count && end - System.nanoTime() > 0) {
            published.read(Duration.ofMillis(50));
            worker.revive(NAME).forEach(why -> LOG.info("started again reason=\"{}\"", why));
        }
    }

    private Map<String, String> settings(Path folder) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("tasks.max", "2");
        settings.put("topic.partitions", Integer.toString(Broker.PARTITIONS));
        settings.put("exactly.once.support", "required");
        settings.put("poll.interval.ms", "500");
        settings.putAll(connector(folder));
        return settings;
    }
}
