package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.followthrough.ingest.pull.TaskHarness;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class ImapTaskTest {
    private final GreenMailbox mailbox = new GreenMailbox();
    private final TaskHarness harness =
            harness(mailbox.port(), GreenMailbox.PASSWORD).with("idle", "false");

    @AfterEach
    void close() {
        harness.close();
        mailbox.close();
    }

    private static TaskHarness harness(int port, String password) {
        return new TaskHarness()
                .with("host", "127.0.0.1")
                .with("port", Integer.toString(port))
                .with("security", "none")
                .with("user", GreenMailbox.USER)
                .with("password", password)
                .with("folders", "INBOX");
    }

    private static String key(SourceRecord record) {
        return new String((byte[]) record.key(), StandardCharsets.UTF_8);
    }

    private static String value(SourceRecord record) {
        return new String((byte[]) record.value(), StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(120)
    void threeThousandMailsComeOnceThroughKillsRestartsAndBrokenConnections() throws IOException {
        // Given
        int folders = 20;
        int each = 150;
        IntStream.range(0, folders).forEach(i -> mailbox.create("Deals" + i));
        for (int i = 0; i < folders * each; i++) {
            mailbox.append("Deals" + i % folders, GreenMailbox.mail(i));
        }
        List<String> published = new ArrayList<>();
        Random random = new Random(7);

        // When
        try (CuttingProxy proxy = new CuttingProxy(mailbox.port(), 12, 7);
                TaskHarness killed = harness(proxy.port(), GreenMailbox.PASSWORD).inRealTime()) {
            killed.with("idle", "false").with("folders", "*").with("batch.messages", "100");
            killed.with("poll.interval.ms", "3600000").start(new ImapSource());
            while (published.size() < folders * each) {
                boolean lost = random.nextInt(12) == 0;
                List<SourceRecord> batch = lost ? killed.pollAndLose() : killed.poll();
                if (!lost) {
                    batch.forEach(record -> published.add(key(record)));
                }
                if (!batch.isEmpty() && (lost || random.nextInt(12) == 0)) {
                    killed.stop();
                    killed.start(new ImapSource());
                }
            }
            published.addAll(killed.drain().stream().map(ImapTaskTest::key).toList());

            // Then
            assertThat(proxy.cuts()).isGreaterThanOrEqualTo(4);
        }
        assertThat(published).hasSize(folders * each).doesNotHaveDuplicates();
    }

    @Test
    void newMailComesAtOnceAlthoughThePollIsAnHourAway() {
        // Given
        mailbox.deliver(1);
        harness.with("idle", "true").with("poll.interval.ms", "3600000").inRealTime();
        harness.start(new ImapSource());
        assertThat(harness.take(1)).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).until(mailbox::isIdling);

        // When
        mailbox.deliver(2);
        List<SourceRecord> next = harness.take(1);

        // Then
        assertThat(next).singleElement().satisfies(r -> assertThat(key(r)).contains("mail:2@acme"));
    }

    @Test
    void withoutIdleNewMailComesWithThePoll() {
        // Given
        mailbox.deliver(1);
        harness.start(new ImapSource());
        harness.take(1);

        // When
        mailbox.deliver(2);

        // Then
        assertThat(harness.take(1)).hasSize(1);
    }

    @Test
    void aFolderThatWasMadeAnewIsReadAgainUnderTheSameKeys() {
        // Given
        mailbox.create("Deals");
        harness.with("folders", "Deals");
        mailbox.append("Deals", GreenMailbox.mail(1));
        mailbox.append("Deals", GreenMailbox.mail(2));
        Set<String> before = keys(harness.start(new ImapSource()).take(2));
        harness.stop();
        mailbox.createAnew("Deals");
        mailbox.append("Deals", GreenMailbox.mail(2));
        mailbox.append("Deals", GreenMailbox.mail(1));

        // When
        Set<String> after = keys(harness.start(new ImapSource()).take(2));

        // Then
        assertThat(after).hasSize(2).isEqualTo(before);
    }

    private static Set<String> keys(List<SourceRecord> records) {
        return new HashSet<>(records.stream().map(ImapTaskTest::key).toList());
    }

    @Test
    void aWrongPasswordStopsTheTaskWithAWordToAPerson() {
        // Given
        harness.with("password", "wrong staple").start(new ImapSource());

        // Then
        assertThatThrownBy(() -> harness.take(1))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("password is wrong")
                .hasMessageNotContaining("staple");
    }

    @Test
    void aFolderThatGoesAwayStopsTheTaskWithAWordToAPerson() {
        // Given
        mailbox.create("Deals");
        mailbox.append("Deals", GreenMailbox.mail(1));
        harness.with("folders", "Deals").start(new ImapSource()).take(1);

        // When
        mailbox.delete("Deals");

        // Then
        assertThatThrownBy(() -> harness.take(1))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Folder Deals")
                .hasMessageContaining("moved");
    }

    @Test
    void theSentFolderIsFoundByItsUsualName() {
        // Given
        mailbox.create("Gesendete Elemente");
        mailbox.append("Gesendete Elemente", GreenMailbox.mail(1));
        mailbox.deliver(2);
        harness.with("folders", "INBOX,\\Sent");

        // When
        List<SourceRecord> read = harness.start(new ImapSource()).take(2);

        // Then
        assertThat(read)
                .extracting(record -> String.valueOf(record.sourcePartition().get("feed")))
                .containsExactlyInAnyOrder("INBOX", "Gesendete Elemente");
    }

    @Test
    void oneMailInTwoFoldersHasOneKey() {
        // Given
        mailbox.create("Sent");
        mailbox.append("Sent", GreenMailbox.mail(1));
        mailbox.deliver(1);
        harness.with("folders", "INBOX,Sent");

        // When
        List<SourceRecord> read = harness.start(new ImapSource()).take(2);

        // Then
        assertThat(read).hasSize(2);
        assertThat(keys(read)).hasSize(1);
    }

    @Test
    void whatIsNoMailIsADeadLetterWithItsPlaceAndTheRestIsRead() {
        // Given
        mailbox.append("INBOX", "X-Nothing: here\r\n\r\nno mail\r\n");
        mailbox.deliver(2);

        // When
        List<SourceRecord> read = harness.start(new ImapSource()).take(2);

        // Then
        assertThat(read)
                .extracting(SourceRecord::topic)
                .containsExactly("ingest.dead-letter.v1", "ingest.signal.email.v1");
        assertThat(value(read.get(0)))
                .contains("not-mail", "\"folder\":\"INBOX\"", "\"uid\":\"1\"");
        assertThat(harness.metric("rejected", "not-mail")).isEqualTo(1);
        assertThat(harness.metric("published", "")).isEqualTo(1);
    }

    @Test
    void fromNowOnMeansNothingThatCameBeforeAlsoAfterARestart() {
        // Given
        mailbox.deliver(1);
        harness.with("start.from", "2026-02-03T09:00:02Z").start(new ImapSource());

        // When
        List<SourceRecord> read = harness.drain();

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void aClockThatJumpsLosesAndRepeatsNothing() {
        // Given
        mailbox.deliver(1);
        harness.start(new ImapSource()).take(1);

        // When
        harness.clockIsAheadBy(Duration.ofDays(400));
        mailbox.deliver(2);
        List<SourceRecord> read = new ArrayList<>(harness.take(1));
        harness.clockIsAheadBy(Duration.ofDays(-400));
        mailbox.deliver(3);
        read.addAll(harness.take(1));
        read.addAll(harness.drain());

        // Then
        assertThat(keys(read)).hasSize(2);
        assertThat(read).hasSize(2);
    }
}
