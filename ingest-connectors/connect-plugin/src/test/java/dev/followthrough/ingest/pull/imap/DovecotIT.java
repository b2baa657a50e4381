package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.pull.TaskHarness;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What GreenMail does not do as others do: against Dovecot, where a property asks for it. */
@EnabledIfSystemProperty(named = "followthrough.dovecot", matches = "true")
class DovecotIT {
    private Dovecot dovecot;
    private TaskHarness harness;

    @BeforeEach
    void start(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        dovecot = Dovecot.start(folder);
        harness =
                new TaskHarness()
                        .with("host", "127.0.0.1")
                        .with("port", Integer.toString(dovecot.port()))
                        .with("security", "none")
                        .with("user", Dovecot.USER)
                        .with("password", Dovecot.PASSWORD)
                        .with("poll.interval.ms", "3600000")
                        .inRealTime();
    }

    @AfterEach
    void stop() throws Exception {
        harness.close();
        dovecot.close();
    }

    @Test
    void theSentFolderIsFoundByItsMarkWhateverItIsCalled() throws Exception {
        // Given
        dovecot.put("INBOX", 1);
        dovecot.put("Was ich schrieb", 2);
        dovecot.mailsBelongToMail();

        // When
        List<SourceRecord> read = harness.start(new ImapSource()).take(2);

        // Then
        assertThat(read)
                .extracting(record -> String.valueOf(record.sourcePartition().get("feed")))
                .containsExactlyInAnyOrder("INBOX", "Was ich schrieb");
    }

    @Test
    void theServerOffersNewMailChangesAndMarks() throws Exception {
        // Given
        dovecot.put("INBOX", 1);
        dovecot.mailsBelongToMail();

        // When
        try (AngusServer server = ImapLogin.connect(dovecot.account(), Duration.ofSeconds(20))) {
            FolderState state = server.examine("INBOX");
            byte[] body = server.bodies(List.of(1L)).get(1L);

            // Then
            assertThat(state.modSeq()).isPositive();
            assertThat(state.uidNext()).isEqualTo(2);
            assertThat(server.canIdle()).isTrue();
            assertThat(server.folders())
                    .filteredOn(folder -> folder.has("\\Trash"))
                    .extracting(FolderName::name)
                    .containsExactly("Papierkorb");
            assertThat(new String(body, StandardCharsets.US_ASCII)).isEqualTo(GreenMailbox.mail(1));
        }
    }

    @Test
    void newMailComesAtOnceAlthoughThePollIsAnHourAway() throws Exception {
        // Given
        dovecot.put("INBOX", 1);
        dovecot.mailsBelongToMail();
        harness.with("folders", "INBOX").start(new ImapSource()).take(1);

        // When
        dovecot.put("INBOX", 2);
        dovecot.mailsBelongToMail();

        // Then
        assertThat(harness.take(1)).hasSize(1);
    }

    @Test
    void aMailboxThatWasRestoredIsReadAgainUnderTheSameKeys() throws Exception {
        // Given
        dovecot.put("INBOX", 1);
        dovecot.put("INBOX", 2);
        dovecot.mailsBelongToMail();
        Set<String> before = keys(harness.with("folders", "INBOX").start(new ImapSource()).take(2));
        harness.stop();
        dovecot.restore("INBOX");

        // When
        Set<String> after = keys(harness.start(new ImapSource()).take(2));

        // Then
        assertThat(after).hasSize(2).isEqualTo(before);
    }

    @Test
    void whatIsDeletedTakesNothingBackAndHidesNothingThatComesAfter() throws Exception {
        // Given
        dovecot.put("INBOX", 1);
        dovecot.mailsBelongToMail();
        Set<String> first = keys(harness.with("folders", "INBOX").start(new ImapSource()).take(1));

        // When
        dovecot.expunge("INBOX");
        dovecot.put("INBOX", 2);
        dovecot.mailsBelongToMail();
        List<SourceRecord> next = harness.take(1);

        // Then
        assertThat(keys(next)).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(next.get(0).value()).isNotNull();
    }

    private static Set<String> keys(List<SourceRecord> records) {
        return records.stream()
                .map(record -> new String((byte[]) record.key(), StandardCharsets.UTF_8))
                .collect(Collectors.toSet());
    }
}
