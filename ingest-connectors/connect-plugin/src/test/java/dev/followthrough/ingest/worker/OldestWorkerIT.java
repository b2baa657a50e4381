package dev.followthrough.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.connect.StateConverter;
import dev.followthrough.ingest.files.FileSourceConnector;
import dev.followthrough.ingest.pull.slack.SlackSourceConnector;
import dev.followthrough.ingest.pull.slack.SlackStub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The archive in a worker that was made before it, and knows nothing of our jars. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // a worker takes ten seconds to start
class OldestWorkerIT {
    private static final int SAID = 300;
    private static final int MAILS = 1_200;
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private final SlackStub slack = new SlackStub().channel("C1", "acme");
    private Broker broker;
    private Published published;
    private Path folder;
    private Path plugins;
    private OldestWorker worker;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path temporary) throws Exception {
        folder = temporary;
        for (int i = 1; i <= SAID; i++) {
            slack.say("C1", i, "Message " + i);
        }
        broker = Broker.start(folder.resolve("broker"));
        published = new Published(broker.address());
        plugins = OldestWorker.unpack(folder.resolve("plugins"));
        worker = OldestWorker.start(folder, broker.address(), plugins, SlackStub.TOKEN);
    }

    @AfterAll
    void stop() {
        worker.close();
        published.close();
        broker.close();
        slack.close();
    }

    @Test
    void readsFilesAndSlackOnceThoughTheWorkerIsKilled() throws Exception {
        // Given
        assertThat(worker.rest().put("/connectors/files/config", files(mailbox())))
                .startsWith("201");
        assertThat(worker.rest().put("/connectors/slack/config", slack("${env:SLACK_BOT_TOKEN}")))
                .startsWith("201");
        until(MAILS / 4);
        assertThat(published.count()).isBetween(1, MAILS + SAID - 1);

        // When
        worker.kill();
        worker = OldestWorker.start(folder, broker.address(), plugins, SlackStub.TOKEN);

        // Then
        until(MAILS + SAID);
        published.read(Duration.ofSeconds(2)); // what comes twice comes late
        assertThat(published.count()).as("signals").isEqualTo(MAILS + SAID);
        assertThat(published.duplicates()).as("published twice").isZero();
        assertThat(worker.rest().get("/connectors/slack/status")).doesNotContain("FAILED");
        assertThat(worker.rest().get("/connectors/files/status")).doesNotContain("FAILED");
        assertThat(worker.log()).noneMatch(line -> line.contains(SlackStub.TOKEN));
    }

    @Test
    void isFoundAndLoadedApartFromTheWorkersOwnJars() throws Exception {
        // When
        String all = worker.rest().get("/connector-plugins?connectorsOnly=false");

        // Then
        assertThat(worker.rest().get("/"))
                .contains("\"version\":\"" + OldestWorker.version() + "\"");
        assertThat(all)
                .contains(FileSourceConnector.class.getName())
                .contains(SlackSourceConnector.class.getName())
                .contains("dev.followthrough.ingest.pull.imap.ImapSourceConnector")
                .contains("dev.followthrough.ingest.pull.hubspot.HubSpotSourceConnector")
                .contains("dev.followthrough.ingest.pull.salesforce.SalesforceSourceConnector")
                .contains("dev.followthrough.ingest.pull.zoom.ZoomSourceConnector")
                .contains("dev.followthrough.ingest.pull.gong.GongSourceConnector")
                .contains(StateConverter.class.getName());
        Path lib = plugins.resolve("followthrough-connect-plugin").resolve("lib");
        assertThat(worker.log())
                .anyMatch(
                        line ->
                                line.contains("PluginClassLoader{pluginLocation=")
                                        && line.contains("/followthrough-connect-plugin"));
        assertThat(OldestWorker.version(lib, "jackson-databind-"))
                .isPresent()
                .isNotEqualTo(OldestWorker.jar("jackson-databind-"));
        assertThat(OldestWorker.version(lib, "kafka-clients-")).isEmpty();
    }

    @Test
    void showsTheNumbersOfATaskInJmxWhileItRuns() throws Exception {
        // Given
        String task = "kafka.connect:type=plugins,connector=counted,task=0";
        Path notMail = Files.writeString(folder.resolve("not-mail.eml"), "Nobody wrote this.");

        // When
        worker.rest().put("/connectors/counted/config", files(notMail));

        // Then
        await().atMost(LONGEST)
                .untilAsserted(
                        () ->
                                assertThat(worker.metrics(task + ",*"))
                                        .containsEntry(task + "/read", 1L)
                                        .containsEntry(task + ",reason=not-mail/rejected", 1L));
        assertThat(worker.metrics("kafka.connect:type=connect-worker-metrics")).isNotEmpty();
        worker.rest().delete("/connectors/counted");
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(worker.metrics(task + ",*")).isEmpty());
    }

    @Test
    void saysWhatIsWrongWithAToken() throws Exception {
        // When
        String answer =
                worker.rest()
                        .put(
                                "/connector-plugins/SlackSourceConnector/config/validate",
                                slack("xoxb-another"));

        // Then
        assertThat(answer).startsWith("200").contains("\"error_count\":1").contains("invalid_auth");
    }

    private void until(int count) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (published.count() < count && end - System.nanoTime() > 0) {
            published.read(Duration.ofMillis(50));
        }
    }

    private Path mailbox() throws IOException {
        StringBuilder mails = new StringBuilder();
        for (int i = 1; i <= MAILS; i++) {
            mails.append(
                    """
                    From ada@vendor.example Mon Mar  2 09:00:00 2026
                    From: Ada Park <ada@vendor.example>
                    To: bo@customer.example
                    Date: Mon, 2 Mar 2026 09:00:00 +0000
                    Message-ID: <%d@vendor.example>
                    Subject: Draft %d

                    I will send you draft %d by Friday.

                    """
                            .formatted(i, i, i));
        }
        return Files.writeString(folder.resolve("mail.mbox"), mails);
    }

    private static String files(Path mailbox) {
        return """
               {"connector.class": "%s", "paths": "%s", "topic.partitions": "%d",
                "batch.records": "20", "exactly.once.support": "required"}
               """
                .formatted(FileSourceConnector.class.getName(), mailbox, Broker.PARTITIONS);
    }

    private String slack(String token) {
        return """
               {"connector.class": "%s", "name": "slack", "slack.token": "%s", "slack.endpoint": "%s",
                "topic.partitions": "%d", "slack.page.size": "20", "slack.requests.per.minute": "1000",
                "poll.interval.ms": "500", "exactly.once.support": "required"}
               """
                .formatted(
                        SlackSourceConnector.class.getName(),
                        token,
                        slack.settings().get("slack.endpoint"),
                        Broker.PARTITIONS);
    }
}
