package dev.followthrough.ingest.pull.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalId;
import dev.followthrough.ingest.pull.Script.Told;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ChannelFeedTest {
    private static final long DAY = 86_400;

    private final SlackRun run = new SlackRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aChannelIsReadWithItsThreadsPeopleAndItself() {
        // Given
        run.slack.say("C1", 1, "Could you send the redlines?");
        run.slack.reply("C1", 1, 2, "I will send them by Friday.");
        run.slack.say("C1", 3, "Thanks");
        run.slack.react("C1", 3, "white_check_mark", "U2");

        // When
        List<SourceRecord> records = run.start().take(7);

        // Then
        List<Signal> signals = SlackRun.signals(records);
        assertThat(SlackRun.texts(signals))
                .containsExactlyInAnyOrder(
                        "Could you send the redlines?",
                        "I will send them by Friday.",
                        "Thanks",
                        "");
        Signal reply =
                signals.stream()
                        .filter(s -> s.text().startsWith("I will"))
                        .findFirst()
                        .orElseThrow();
        assertThat(reply.id().value()).isEqualTo("slack:T1/C1/" + SlackStub.ts(2));
        assertThat(reply.replyTo()).hasToString("slack:T1/C1/" + SlackStub.ts(1));
        assertThat(reply.author().email()).isEqualTo("u1@vendor.example");
        assertThat(reply.audience()).extracting(party -> party.id()).containsExactly("slack:T1/U2");
        assertThat(records.stream().filter(r -> r.topic().equals("ingest.directory.v1")))
                .extracting(r -> new String((byte[]) r.key(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(
                        "person:slack:T1/U1", "person:slack:T1/U2", "channel:slack:T1/C1");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 200})
    void everyMessageComesOnceWhateverThePageSize(int page) {
        // Given
        for (int i = 1; i <= 40; i++) {
            run.slack.say("C1", i * 10L, "Message " + i);
            for (int j = 1; j <= i % 5; j++) {
                run.slack.reply("C1", i * 10L, i * 10L + j, "Reply " + i + "." + j);
            }
        }
        run.task.with("slack.page.size", "" + page);

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(123));

        // Then
        assertThat(signals).hasSize(120);
        assertThat(signals).extracting(Signal::id).doesNotHaveDuplicates();
        assertThat(SlackRun.signals(run.task.drain())).isEmpty();
    }

    @Test
    void aRestartAnywhereLosesAndRepeatsNothing() {
        // Given
        for (int i = 1; i <= 30; i++) {
            run.slack.say("C1", i * 10L, "Message " + i);
            run.slack.reply("C1", i * 10L, i * 10L + 1, "Reply " + i);
        }
        run.task.with("slack.page.size", "4");
        List<Signal> all = new ArrayList<>();

        // When
        for (int i = 0; i < 60 && all.size() < 60; i++) {
            run.start();
            all.addAll(SlackRun.signals(run.task.take(2)));
            run.task.stop();
        }

        // Then
        assertThat(all).extracting(Signal::id).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void newsComeBeforeABackfillEnds() {
        // Given
        for (int i = 1; i <= 400; i++) {
            run.slack.say("C1", i, "Old " + i);
        }
        run.task.with("slack.page.size", "15").with("slack.requests.per.minute", "1");
        run.start().take(20);
        run.slack.say("C1", 1000, "Just now");

        // When
        List<String> next = SlackRun.texts(SlackRun.signals(run.task.take(45)));

        // Then
        assertThat(next).contains("Just now");
        assertThat(next).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "60, 50"})
    void aBackfillEndsThoughARoundOfNewsTakesAsLongAsTheirInterval(int channels, int rate) {
        // Given
        for (int channel = 1; channel <= channels; channel++) {
            run.slack.channel("C" + channel, "channel-" + channel);
            for (int i = 1; i <= 45; i++) {
                run.slack.say("C" + channel, i, "Message " + i);
            }
        }
        run.task.with("slack.page.size", "15").with("slack.requests.per.minute", "" + rate);
        run.start();

        // When
        Set<SignalId> read = readFor(Duration.ofHours(1), channels * 45);

        // Then
        assertThat(read.size()).isEqualTo(channels * 45);
    }

    @Test
    void aReviewEndsThoughARoundOfNewsTakesLongerThanTheirInterval() {
        // Given
        run.slack.channel("C2", "beta");
        run.slack.say("C1", 1, "I will send it by Friday.");
        run.slack.say("C2", 1, "Thanks");
        run.task.with("slack.requests.per.minute", "1");
        run.start();
        readFor(Duration.ofHours(1), 2);
        run.slack.edit("C1", 1, "I will send it by Monday.", 2);

        // When
        Set<SignalId> read = readFor(Duration.ofHours(2), 1);

        // Then
        assertThat(read).hasSize(1);
    }

    @Test
    void aBackfillWithThreadsAndNewsEndsAtAHundredPercentWithEverythingCounted() {
        // Given
        for (int i = 1; i <= 30; i++) {
            run.slack.say("C1", i * 10L, "Message " + i);
            run.slack.reply("C1", i * 10L, i * 10L + 1, "Reply " + i);
        }
        run.slack.listed("C1").put("created", 1_770_000_000);
        run.task.with("slack.page.size", "5").with("slack.requests.per.minute", "1");
        run.start();
        int half = readFor(Duration.ofHours(1), 25).size();
        long percent = run.task.metric("backfill-percent", "");
        long remaining = run.task.metric("backfill-remaining-ms", "");

        // When
        readFor(Duration.ofHours(3), 60 - half);
        run.task.pace().pass(Duration.ofMinutes(2));
        run.task.drain();

        // Then
        assertThat(percent).isBetween(1L, 99L);
        assertThat(remaining).isPositive();
        assertThat(run.task.metric("backfill-percent", "")).isEqualTo(100);
        assertThat(run.task.metric("backfill-remaining-ms", "")).isZero();
        assertThat(run.task.metric("backfill-messages", "")).isGreaterThanOrEqualTo(60);
    }

    @Test
    void afterARestartTheLagBeginsAtTheNewestMessageAndNotAtTheStart() {
        // Given
        run.slack.say("C1", 10, "Today");
        run.start().take(4);
        run.task.stop();
        run.slack.fault(method -> method.startsWith("conversations.h") ? Told.status(503) : null);

        // When
        run.start();
        run.task.drain();

        // Then
        Duration silent = Duration.between(Instant.ofEpochSecond(1_770_000_010), Instant.now());
        assertThat(Duration.ofMillis(run.task.metric("lag-ms", "")))
                .isGreaterThan(silent.minusMinutes(1));
    }

    private Set<SignalId> readFor(Duration longest, int most) {
        Set<SignalId> read = new HashSet<>();
        Duration end = run.task.pace().waited().plus(longest);
        while (read.size() < most && run.task.pace().waited().compareTo(end) < 0) {
            SlackRun.signals(run.task.poll()).forEach(signal -> read.add(signal.id()));
        }
        return read;
    }

    @Test
    void whatWasSaidBeforeTheStartIsNotRead() {
        // Given
        run.slack.say("C1", 10, "Long ago");
        run.slack.say("C1", 20 * DAY, "Today");
        run.task.with("start.from", "2026-02-10");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(4));

        // Then
        assertThat(SlackRun.texts(signals)).containsExactly("Today");
    }

    @Test
    void startingNowTakesWhatIsSaidFromNowOn() {
        // Given
        run.slack.say("C1", 10, "Long ago");
        run.task.with("start.from", "now");
        run.start().take(3);

        // When
        run.slack.say("C1", 900_000_000, "In some years");
        List<Signal> signals = SlackRun.signals(run.task.take(1));

        // Then
        assertThat(SlackRun.texts(signals)).containsExactly("In some years");
    }

    @Test
    void onlyListedChannelsAreReadAndNoDirectMessages() {
        // Given
        run.slack.channel("C2", "beta").channel("C3", "gamma").channel("D1", "direct");
        run.slack.listed("C3").put("is_member", false);
        List.of("C1", "C2", "C3").forEach(channel -> run.slack.say(channel, 1, "In " + channel));
        run.task.with("slack.channels", "#acme,C3");

        // When
        List<Signal> signals = SlackRun.signals(run.start().take(4));

        // Then
        assertThat(SlackRun.texts(signals)).containsExactly("In C1");
        assertThat(run.slack.asked())
                .filteredOn(asked -> asked.path().endsWith("conversations.list"))
                .allSatisfy(asked -> assertThat(asked.body()).contains("types=public_channel"));
    }
}
