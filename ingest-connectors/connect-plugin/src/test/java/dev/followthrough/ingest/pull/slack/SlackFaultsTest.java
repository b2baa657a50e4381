package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.ingest.pull.Script.Told;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

class SlackFaultsTest {
    private final SlackRun run = new SlackRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aBackfillAtOneRequestAMinuteAndFifteenMessagesEnds() {
        // Given
        for (int i = 1; i <= 300; i++) {
            run.slack.say("C1", i, "Message " + i);
        }
        run.slack.most(15);
        run.task.with("slack.requests.per.minute", "1");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(303));

        // Then
        assertThat(signals).extracting(Signal::id).hasSize(300).doesNotHaveDuplicates();
        assertThat(run.task.pace().waited()).isGreaterThan(Duration.ofMinutes(19));
    }

    @Test
    void aMessageCarriesItsPermalinkAndAReplyThatOfItsThread() {
        // Given
        run.slack.say("C1", 1, "Root");
        run.slack.reply("C1", 1, 2, "Reply");

        // When
        List<SourceRecord> records = run.start().take(5);

        // Then
        assertThat(records)
                .filteredOn(record -> record.topic().equals("ingest.signal.slack.v1"))
                .extracting(record -> record.headers().lastWithName("permalink").value().toString())
                .hasSize(2)
                .allMatch(link -> link.startsWith("https://acme.slack.com/archives/C1/p"))
                .filteredOn(link -> link.contains("?thread_ts="))
                .hasSize(1);
    }

    @Test
    void rateLimitsAreWaitedOutAtAnyCall() {
        // Given
        for (int i = 1; i <= 20; i++) {
            run.slack.say("C1", i * 10L, "Message " + i);
            run.slack.reply("C1", i * 10L, i * 10L + 1, "Reply " + i);
        }
        AtomicInteger call = new AtomicInteger();
        run.slack.fault(method -> call.incrementAndGet() % 2 == 0 ? SlackStub.busy(30) : null);
        run.task.with("slack.page.size", "3");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(43));

        // Then
        assertThat(signals).extracting(Signal::id).hasSize(40).doesNotHaveDuplicates();
        assertThat(run.task.metric("rate-limit-waits", "")).isGreaterThan(20);
    }

    @Test
    void aRevokedTokenFailsTheTaskWithASentenceThatDoesNotShowIt() {
        // Given
        run.slack.fault(method -> SlackStub.error("token_revoked"));

        // When
        run.start();

        // Then
        assertThatThrownBy(() -> run.task.take(1))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "slack auth.test answered token_revoked: give the connector a token that the workspace accepts")
                .hasNoCause();
    }

    @Test
    void aDeletedChannelEndsAndAnotherGoesOn() {
        // Given
        run.slack.channel("C2", "beta");
        run.slack.say("C2", 10, "Still here");
        run.slack.remove("C1");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(4));

        // Then
        assertThat(SlackRun.texts(signals)).containsExactly("Still here");
    }

    @Test
    void aStormOf5xxHtmlAndCutAnswersIsWaitedOut() {
        // Given
        for (int i = 1; i <= 30; i++) {
            run.slack.say("C1", i, "Message " + i);
        }
        Random random = new Random(4711);
        run.slack.fault(
                method ->
                        switch (random.nextInt(5)) {
                            case 0 -> Told.status(503);
                            case 1 ->
                                    new Told(
                                            200,
                                            Map.of("Content-Type", "text/html"),
                                            "<html>Sign in</html>",
                                            0);
                            case 2 -> Told.json("{\"ok\":true,\"messages\":[{\"te");
                            default -> null;
                        });
        run.task.with("slack.page.size", "5");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(33));

        // Then
        assertThat(signals).extracting(Signal::id).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aCursorThatLeadsNowhereIsLeftForTimes() {
        // Given
        for (int i = 1; i <= 30; i++) {
            run.slack.say("C1", i, "Message " + i);
        }
        AtomicInteger call = new AtomicInteger();
        run.slack.fault(
                method ->
                        method.equals("conversations.history") && call.incrementAndGet() == 2
                                ? Told.json(
                                        "{\"ok\":true,\"has_more\":true,\"messages\":[{\"type\":\"message\",\"user\":\"U1\",\"text\":\"Message 30\",\"ts\":\""
                                                + SlackStub.ts(30)
                                                + "\"}],\"response_metadata\":{\"next_cursor\":\"x\"}}")
                                : null);
        run.task.with("slack.page.size", "10");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(33));

        // Then
        assertThat(signals).extracting(Signal::id).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void anExpiredCursorIsLeftForTimes() {
        // Given
        for (int i = 1; i <= 30; i++) {
            run.slack.say("C1", i, "Message " + i);
        }
        AtomicInteger call = new AtomicInteger();
        run.slack.fault(
                method ->
                        method.equals("conversations.history") && call.incrementAndGet() == 2
                                ? SlackStub.error("invalid_cursor")
                                : null);
        run.task.with("slack.page.size", "10");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(33));

        // Then
        assertThat(signals).extracting(Signal::id).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        run.slack.say("C1", 10, "First");
        run.start().take(4);
        List<Signal> signals = new ArrayList<>();

        // When
        run.task.clockIsAheadBy(Duration.ofDays(400));
        run.slack.say("C1", 20, "Second");
        signals.addAll(run.review());
        run.task.clockIsAheadBy(Duration.ofDays(-400));
        run.slack.say("C1", 30, "Third");
        signals.addAll(run.review());

        // Then
        assertThat(SlackRun.texts(signals)).containsExactly("Second", "Third");
    }
}
