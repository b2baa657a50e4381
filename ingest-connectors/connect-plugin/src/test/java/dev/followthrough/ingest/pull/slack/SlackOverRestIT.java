package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.worker.Broker;
import dev.followthrough.ingest.worker.Published;
import dev.followthrough.ingest.worker.Worker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What an operator does and sees of a connector on a worker, by Connect's own means. */
class SlackOverRestIT {
    private static final String AT = "/connectors/slack";
    private static final int MESSAGES = 30;

    private final SlackStub slack = new SlackStub().channel("C1", "acme");
    private Broker broker;
    private Worker worker;
    private Published published;

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        for (int i = 1; i <= MESSAGES; i++) {
            slack.say("C1", i, "Message " + i);
        }
        broker = Broker.start(folder);
        published = new Published(broker.address());
        worker = Worker.start(broker.address());
        Map<String, String> settings = new HashMap<>(slack.settings());
        settings.put("connector.class", SlackSourceConnector.class.getName());
        settings.put("poll.interval.ms", "100");
        settings.put("slack.requests.per.minute", "1000");
        settings.put("exactly.once.support", "required");
        worker.run("slack", settings);
        until(MESSAGES);
    }

    @AfterEach
    void stop() {
        worker.close();
        published.close();
        broker.close();
        slack.close();
    }

    private void until(int count) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> {
                            published.read(Duration.ofMillis(200));
                            assertThat(published.count()).isEqualTo(count);
                        });
    }

    private void is(String state) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () ->
                                assertThat(worker.rest().get(AT + "/status"))
                                        .contains("{\"state\":\"" + state + "\""));
    }

    @Test
    void pausedItPublishesNothingAndResumedWhatCameMeanwhile() throws Exception {
        // Given
        assertThat(worker.rest().put(AT + "/pause", "")).startsWith("202");
        is("PAUSED");
        slack.say("C1", 100, "Meanwhile");
        published.read(Duration.ofSeconds(2));
        int before = published.count();

        // When
        worker.rest().put(AT + "/resume", "");

        // Then
        assertThat(before).isEqualTo(MESSAGES);
        until(MESSAGES + 1);
        assertThat(published.duplicates()).isZero();
    }

    @Test
    void resetOffsetsAreReadAgainUnderTheSameKeys() throws Exception {
        // Given
        worker.rest().put(AT + "/stop", "");
        is("STOPPED");

        // When
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(worker.rest().delete(AT + "/offsets")).startsWith("200"));
        worker.rest().put(AT + "/resume", "");

        // Then
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> {
                            published.read(Duration.ofMillis(200));
                            assertThat(published.duplicates()).isEqualTo(MESSAGES);
                        });
        assertThat(published.count()).isEqualTo(MESSAGES);
    }

    @Test
    void theWorkerShowsTheTasksCounts() throws Exception {
        // When
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        double shown = 0;
        for (ObjectName name :
                beans.queryNames(
                        new ObjectName("kafka.connect:type=plugins,connector=slack,*"), null)) {
            for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                if (attribute.getName().equals("published")) {
                    shown += ((Number) beans.getAttribute(name, "published")).doubleValue();
                }
            }
        }

        // Then
        assertThat(shown).isGreaterThanOrEqualTo(MESSAGES);
    }
}
