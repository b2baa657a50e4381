package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.followthrough.ingest.pull.Script.Told;
import dev.followthrough.ingest.worker.ExactlyOnceContract;
import dev.followthrough.ingest.worker.Worker;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.LoggerFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Four channels with threads, of a workspace that is busy or broken now and then. */
class SlackExactlyOnceIT extends ExactlyOnceContract {
    private static final int CHANNELS = 4;
    private static final int THREADS = 25;
    private static final int REPLIES = 10;

    private final SlackStub slack = new SlackStub();
    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();

    @BeforeEach
    void listen() {
        logs.start();
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).addAppender(logs);
    }

    @AfterEach
    void close() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger("ROOT")).detachAppender(logs);
        slack.close();
    }

    @Override
    protected Map<String, String> connector(Path folder) throws Exception {
        int each = MESSAGES / CHANNELS - THREADS * REPLIES;
        for (int c = 0; c < CHANNELS; c++) {
            String channel = "C" + c;
            slack.channel(channel, "channel-" + c);
            for (int i = 0; i < each; i++) {
                slack.say(channel, i * 100L, "Message " + i + " in " + channel);
            }
            for (int i = 0; i < THREADS * REPLIES; i++) {
                long parent = i / REPLIES * 5000L;
                slack.reply(channel, parent, parent + 1 + i % REPLIES, "Reply " + i);
            }
        }
        Random random = new Random(42);
        slack.fault(
                method ->
                        switch (random.nextInt(40)) {
                            case 0 -> SlackStub.busy(0);
                            case 1 -> Told.status(503);
                            default -> null;
                        });
        Path secrets =
                Files.writeString(
                        folder.resolve("secrets.properties"), "token=" + SlackStub.TOKEN + "\n");
        return Map.of(
                "connector.class",
                SlackSourceConnector.class.getName(),
                "slack.token",
                "${file:" + secrets + ":token}",
                "slack.endpoint",
                slack.endpoint(),
                "slack.page.size",
                "60",
                "slack.requests.per.minute",
                "1000",
                "slack.reconcile.interval.ms",
                "700");
    }

    /** Neither Connect's own REST interface nor a log shows the token. */
    @Override
    protected void look(Worker worker, Path folder) throws Exception {
        List<String> shown =
                List.of(
                        worker.rest().get("/connectors/source"),
                        worker.rest().get("/connectors/source/config"),
                        worker.rest().get("/connectors/source/status"),
                        worker.rest().get("/connectors/source/tasks"),
                        worker.rest().get("/connectors/source/offsets"),
                        worker.rest()
                                .put(
                                        "/connector-plugins/SlackSourceConnector/config/validate",
                                        "{\"connector.class\":\""
                                                + SlackSourceConnector.class.getName()
                                                + "\",\"name\":\"x\",\"topic.partitions\":\"4\",\"slack.endpoint\":\""
                                                + slack.endpoint()
                                                + "\",\"slack.token\":\"${file:"
                                                + folder.resolve("secrets.properties")
                                                + ":token}\"}"));
        assertThat(shown)
                .allSatisfy(
                        answer ->
                                assertThat(answer)
                                        .startsWith("200 ")
                                        .doesNotContain(SlackStub.TOKEN));
        assertThat(List.copyOf(logs.list))
                .isNotEmpty()
                .noneMatch(event -> event.getFormattedMessage().contains(SlackStub.TOKEN));
    }
}
