package dev.followthrough.ingest.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.Mapped;

import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class PullTaskTest {
    private final TaskHarness harness = new TaskHarness();

    @AfterEach
    void stop() {
        harness.close();
    }

    /** Numbers, five a page, up to a number. */
    private static Feed counting(String name, int end) {
        return FakeSource.feed(
                name,
                from -> {
                    long at = from.number("at", 0);
                    List<Item> items = new ArrayList<>();
                    for (long i = at; i < Math.min(end, at + 5); i++) {
                        items.add(FakeSource.message(name, i));
                    }
                    Checkpoint next = from.with("at", Math.min(end, at + 5));
                    return at + 5 < end
                            ? Page.more(items, next)
                            : Page.last(items, next, Duration.ofHours(1));
                });
    }

    @Test
    void everyMessageComesOnceAndOnlyAPagesLastRecordCarriesTheCheckpointBehindIt() {
        // When
        List<SourceRecord> records = harness.start(counting("C1", 12)).take(12);

        // Then
        assertThat(records).extracting(SourceRecord::key).doesNotHaveDuplicates();
        assertThat(records)
                .extracting(record -> String.valueOf(record.sourceOffset().get("at")))
                .containsExactly(
                        "null", "null", "null", "null", "5", "5", "5", "5", "5", "10", "10", "12");
        assertThat(records)
                .allSatisfy(
                        record ->
                                assertThat(record.sourcePartition())
                                        .isEqualTo(Map.of("feed", "C1")));
        assertThat(harness.transactions()).isEqualTo(3);
    }

    @Test
    void aRestartGoesOnBehindTheLastWholePage() {
        // Given
        List<SourceRecord> before = harness.start(counting("C1", 12)).take(10);
        harness.stop();

        // When
        List<SourceRecord> after = harness.start(counting("C1", 12)).take(2);

        // Then
        assertThat(before).hasSize(10);
        assertThat(after).extracting(record -> text(record.value())).hasSize(2);
        assertThat(after.get(1).sourceOffset()).isEqualTo(Map.of("at", "12"));
    }

    @Test
    void feedsAreDividedAmongTasksWithoutGapOrOverlap() {
        // Given
        Feed[] feeds = new Feed[20];
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = counting("C" + i, 1);
        }

        // When
        List<String> all = new ArrayList<>();
        for (int task = 0; task < 3; task++) {
            harness.with(PullConfig.TASK_NUMBER, "" + task).with(PullConfig.TASK_COUNT, "3");
            harness.start(feeds).drain().forEach(r -> all.add(text(r.key())));
            harness.stop();
        }

        // Then
        assertThat(all).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void aRevokedTokenFailsTheTaskWithASentence() {
        // Given
        Feed revoked =
                FakeSource.feed(
                        "C1",
                        from -> {
                            throw new PullException.Refused("slack auth.test refused the token");
                        });

        // When
        harness.start(revoked);

        // Then
        assertThatThrownBy(() -> harness.take(1))
                .isInstanceOf(ConnectException.class)
                .hasMessage("slack auth.test refused the token")
                .hasNoCause();
    }

    /** As Java's HTTP client does where a token holds a line break. */
    private static Feed quoting(String header) {
        return FakeSource.feed(
                "C1",
                from -> {
                    throw new IllegalStateException(
                            new IllegalArgumentException("invalid header value: " + header));
                });
    }

    @Test
    void whatNobodyForesawIsShownByItsClassAndPlaceSinceItsMessageMayQuoteAToken() {
        // When
        harness.start(quoting("Bearer hush-hush"));

        // Then
        assertThatThrownBy(() -> harness.take(1))
                .isInstanceOf(ConnectException.class)
                .hasMessage(
                        "test: unexpected java.lang.IllegalStateException by java.lang.IllegalArgumentException")
                .hasStackTraceContaining("PullTaskTest")
                .satisfies(e -> assertThat(trace(e)).doesNotContain("hush-hush"));
    }

    @Test
    void norDoesACheckShowTheMessage() {
        // Given
        PullConnector connector =
                new PullConnector(new FakeSource(List.of(quoting("Bearer hush-hush")), List.of())) {
                    @Override
                    public Class<? extends Task> taskClass() {
                        return PullTask.class;
                    }
                };

        // Then
        assertThatThrownBy(() -> connector.check(Map.of("topic.partitions", "3")))
                .isInstanceOf(ConnectException.class)
                .satisfies(e -> assertThat(trace(e)).doesNotContain("hush-hush"));
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aDeletedFeedEndsAndOthersGoOn() {
        // Given
        Feed deleted =
                FakeSource.feed(
                        "C0",
                        from -> {
                            throw new PullException.Gone("channel C0 is no more");
                        });

        // When
        List<SourceRecord> records = harness.start(deleted, counting("C1", 7)).take(7);

        // Then
        assertThat(records).hasSize(7);
    }

    @Test
    void aStormIsWaitedOutWithGrowingPatienceFromTheSameCheckpoint() {
        // Given
        int[] failures = {0};
        Feed stormy =
                FakeSource.feed(
                        "C1",
                        from -> {
                            if (failures[0]++ < 6) {
                                throw new PullException.Unavailable("slack answered 503");
                            }
                            return counting("C1", 3).read(from);
                        });

        // When
        List<SourceRecord> records = harness.start(stormy).take(3);

        // Then
        assertThat(records).hasSize(3);
        assertThat(harness.pace().waits().get(5)).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void whatIsLeftOutAndRejectedIsCountedByReasonAndRejectedKeepsItsBytes() {
        // Given
        byte[] original = "{\"ts\":7}".getBytes(StandardCharsets.UTF_8);
        Feed mixed =
                FakeSource.feed(
                        "C1",
                        from ->
                                Page.last(
                                        List.of(
                                                new Item(
                                                        "1",
                                                        Map.of("ts", "1"),
                                                        original,
                                                        List.of(new Mapped.Ignored("bot"))),
                                                new Item(
                                                        "2",
                                                        Map.of("ts", "2"),
                                                        original,
                                                        List.of(
                                                                new Mapped.Rejected(
                                                                        "invalid", "no user")))),
                                        Checkpoint.START.with("at", 1),
                                        Duration.ofHours(1)));

        // When
        List<SourceRecord> records = harness.start(mixed).take(1);

        // Then
        assertThat(records.get(0).topic()).isEqualTo("ingest.dead-letter.v1");
        assertThat(text(records.get(0).key())).isEqualTo("test:C1~2");
        assertThat(text(records.get(0).value())).contains("\"ts\":\"2\"", "eyJ0cyI6N30=");
        assertThat(harness.metric("read", "")).isEqualTo(2);
        assertThat(harness.metric("skipped", "bot")).isEqualTo(1);
        assertThat(harness.metric("rejected", "invalid")).isEqualTo(1);
        assertThat(harness.metric("published", "")).isZero();
    }

    @Test
    void stoppingEndsALongWaitAtOnceAndPollNeverBlocksLong() throws Exception {
        // Given
        CountDownLatch asleep = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Feed waiting =
                FakeSource.feed(
                        "C1",
                        from -> {
                            asleep.countDown();
                            try {
                                TimeUnit.HOURS.sleep(1);
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                                throw e;
                            }
                            throw new AssertionError("nobody sleeps an hour");
                        });
        harness.start(waiting);
        asleep.await();

        // When
        long begin = System.nanoTime();
        List<SourceRecord> polled = harness.poll();
        harness.stop();

        // Then
        assertThat(polled).isEmpty();
        await().atMost(Duration.ofSeconds(3)).until(() -> interrupted.getCount() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    @Test
    void howFarABackfillIsCanBeSeen() {
        // Given
        Instant at = Instant.parse("2026-02-03T09:00:00Z");
        Feed endless =
                FakeSource.feed(
                        "C1",
                        from -> {
                            long number = from.number("at", 0);
                            return Page.more(
                                            List.of(FakeSource.message("C1", number)),
                                            from.with("at", number + 1))
                                    .of(new Page.Progress(at, 0.25));
                        });

        // When
        harness.start(endless).take(5);

        // Then
        assertThat(harness.metric("backfill-messages", "")).isGreaterThanOrEqualTo(5);
        assertThat(harness.metric("backfill-at-ms", "")).isEqualTo(at.toEpochMilli());
        assertThat(harness.metric("backfill-percent", "")).isEqualTo(25);
    }
}
