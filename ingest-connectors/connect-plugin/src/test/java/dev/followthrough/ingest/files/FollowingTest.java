package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class FollowingTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    @TempDir Path root;
    private final SettableClock clock = new SettableClock(START);
    private Folder folder = new Folder(Path.of("/"));

    @BeforeEach
    void openFolder() {
        folder = new Folder(root);
    }

    private TaskRun run() {
        return new TaskRun(root, clock, Map.of());
    }

    private TaskRun restart(TaskRun before) {
        before.stop();
        return new TaskRun(root, clock, before.stored());
    }

    private Instant now() {
        return clock.instant();
    }

    @Test
    void aGrowingMailboxHandsOutWhatIsNewOnly() {
        // Given
        folder.write("mail.mbox", Folder.mail(1, "one"), now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<String> first = TaskRun.texts(task.drain());

        // When
        folder.append("mail.mbox", Folder.mail(2, "two") + Folder.mail(3, "three"), now());
        clock.advance(SETTLED);
        List<String> running = TaskRun.texts(task.drain());
        folder.append("mail.mbox", Folder.mail(4, "four"), now());
        clock.advance(SETTLED);
        List<String> restarted;
        try (TaskRun again = restart(task)) {
            restarted = TaskRun.texts(again.drain());
        }

        // Then
        assertThat(first).containsExactly("one");
        assertThat(running).containsExactly("two", "three");
        assertThat(restarted).containsExactly("four");
    }

    @Test
    void aHalfWrittenLastMessageIsNotReadUntilItIsComplete() {
        // Given
        String second = Folder.mail(2, "We'll send it by Friday.");
        folder.write(
                "mail.mbox",
                Folder.mail(1, "one") + second.substring(0, second.length() - 9),
                now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<String> half = TaskRun.texts(task.drain());

        // When
        folder.append("mail.mbox", second.substring(second.length() - 9), now());
        clock.advance(SETTLED);
        List<Signal> whole;
        try (task) {
            whole = TaskRun.signals(task.drain());
        }

        // Then
        assertThat(half).containsExactly("one");
        assertThat(whole)
                .singleElement()
                .satisfies(
                        mail -> {
                            assertThat(mail.text()).isEqualTo("We'll send it by Friday.");
                            assertThat(mail.revision()).isZero();
                        });
    }

    @Test
    void aLastMessageWithoutItsBlankLineIsReadWhenTheFileIsLeftAlone() {
        // Given
        folder.write("mail.mbox", Folder.mail(1, "one").strip(), now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<String> early = TaskRun.texts(task.drain());

        // When
        clock.advance(LEFT_ALONE);
        List<String> late;
        try (task) {
            late = TaskRun.texts(task.drain());
        }

        // Then
        assertThat(early).isEmpty();
        assertThat(late).containsExactly("one");
    }

    @Test
    void aMessageThatGoesOnAfterAllReplacesItsFirstHalf() {
        // Given
        String mail = Folder.mail(1, "We'll send it.\n\nOn second thought, we won't.");
        int cut = mail.indexOf("On second");
        folder.write("mail.mbox", mail.substring(0, cut), now());
        clock.advance(LEFT_ALONE);
        TaskRun task = run();
        List<Signal> half = TaskRun.signals(task.drain());

        // When
        folder.append("mail.mbox", mail.substring(cut) + Folder.mail(2, "two"), now());
        clock.advance(LEFT_ALONE);
        List<Signal> whole;
        try (TaskRun again = restart(task)) {
            whole = TaskRun.signals(again.drain());
        }

        // Then
        assertThat(half).extracting(Signal::text).containsExactly("We'll send it.");
        assertThat(whole)
                .extracting(Signal::text)
                .containsExactly("We'll send it.\n\nOn second thought, we won't.", "two");
        assertThat(whole.get(0).id()).isEqualTo(half.get(0).id());
        assertThat(whole.get(0).revision()).isGreaterThan(half.get(0).revision());
        assertThat(whole.get(1).revision()).isZero();
    }

    @Test
    void aMailReadBeforeItsMessageIdWasWrittenLeavesNoSignalBesideTheWholeOne() {
        // Given
        String mail = Folder.mail(1, "We'll send it.");
        folder.write("mail.mbox", mail.substring(0, mail.indexOf("@ours.example>")), now());
        clock.advance(LEFT_ALONE);
        TaskRun task = run();
        List<SourceRecord> early = task.drain();

        // When
        folder.write("mail.mbox", mail, now());
        clock.advance(LEFT_ALONE);
        List<Signal> whole;
        try (task) {
            whole = TaskRun.signals(task.drain());
        }

        // Then
        assertThat(early)
                .singleElement()
                .matches(record -> record.topic().equals("ingest.dead-letter.v1"));
        assertThat(whole).extracting(Signal::text).containsExactly("We'll send it.");
    }

    @Test
    void aMailFileThatWasReadHalfWrittenIsReplacedToo() {
        // Given
        String mail =
                Folder.mail(1, "We'll send it.").substring(Folder.mail(1, "").indexOf('\n') + 1);
        folder.write("one.eml", mail.substring(0, mail.length() - 5), now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<Signal> half = TaskRun.signals(task.drain());

        // When
        folder.write("one.eml", mail, now());
        clock.advance(SETTLED);
        List<Signal> whole;
        try (task) {
            whole = TaskRun.signals(task.drain());
        }

        // Then
        assertThat(whole).extracting(Signal::text).containsExactly("We'll send it.");
        assertThat(whole.get(0).revision()).isGreaterThan(half.get(0).revision());
    }

    @Test
    void aFileIsNotReadWhileItIsBeingWritten() {
        // Given
        folder.write("mail.mbox", Folder.mail(1, "one"), now());
        TaskRun task = run();
        List<SourceRecord> fresh = task.drain();

        // When
        clock.advance(SETTLED);
        List<String> settled;
        try (task) {
            settled = TaskRun.texts(task.drain());
        }

        // Then
        assertThat(fresh).isEmpty();
        assertThat(settled).containsExactly("one");
    }

    @Test
    void newFilesAreReadWhileItRuns() {
        // Given
        folder.writeWorkspace(now());
        clock.advance(LEFT_ALONE);
        TaskRun task = run();
        task.drain();

        // When
        folder.write(
                "slack/deal/2026-02-04.json",
                "[{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1770200000.000100\",\"text\":\"next day\"}]",
                now());
        folder.write("box/new/1700.M1.host", Folder.mail(9, "by maildir").substring(47), now());
        folder.write("box/cur/1600.M1.host:2,S", Folder.mail(8, "seen").substring(47), now());
        folder.write("box/tmp/1800.M1.host", Folder.mail(7, "half").substring(47), now());
        clock.advance(SETTLED);
        List<String> texts;
        try (task) {
            texts = TaskRun.texts(task.drain());
        }

        // Then
        assertThat(texts).containsExactlyInAnyOrder("next day", "by maildir", "seen");
    }

    @Test
    void aMailThatIsReadAndMovedInAMaildirIsNotHandedOutAgain() throws IOException {
        // Given
        Path fresh =
                folder.write("box/new/1700.M1.host", Folder.mail(9, "hi").substring(47), now());
        Files.createDirectories(root.resolve("box/cur"));
        clock.advance(SETTLED);
        TaskRun task = run();
        List<String> first = TaskRun.texts(task.drain());

        // When
        Files.move(fresh, root.resolve("box/cur/1700.M1.host:2,S"));
        clock.advance(SETTLED);
        List<SourceRecord> moved = task.drain();
        List<SourceRecord> restarted;
        try (TaskRun again = restart(task)) {
            restarted = again.drain();
        }

        // Then
        assertThat(first).containsExactly("hi");
        assertThat(moved).isEmpty();
        assertThat(restarted).isEmpty();
    }

    @Test
    void aRenamedFileGivesTheSameRecordsUnderTheSameKeys() throws IOException {
        // Given
        Path mbox = folder.write("mail.mbox", Folder.mail(1, "one") + Folder.mail(2, "two"), now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<SourceRecord> before = task.drain();

        // When
        Files.move(mbox, root.resolve("archive-2026.mbox"));
        clock.advance(SETTLED);
        List<SourceRecord> after;
        try (task) {
            after = task.drain();
        }

        // Then
        assertThat(keys(after)).isEqualTo(keys(before));
        assertThat(TaskRun.signals(after)).isEqualTo(TaskRun.signals(before));
    }

    private static List<String> keys(List<SourceRecord> records) {
        return records.stream()
                .map(record -> new String((byte[]) record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void aRewrittenMailboxIsReadFromItsBeginning() {
        // Given
        folder.write("mail.mbox", Folder.mail(1, "one") + Folder.mail(2, "two"), now());
        clock.advance(SETTLED);
        TaskRun task = run();
        task.drain();

        // When
        folder.write("mail.mbox", Folder.mail(2, "two") + Folder.mail(3, "three"), now());
        clock.advance(SETTLED);
        List<String> texts;
        try (TaskRun again = restart(task)) {
            texts = TaskRun.texts(again.drain());
        }

        // Then
        assertThat(texts).containsExactly("two", "three");
    }

    @Test
    void anExportThatGrewHandsOutWhatIsNewAndATranscriptItsLastTurnAgain() {
        // Given
        String notes =
                "[{\"id\":\"1\",\"properties\":{\"hs_note_body\":\"ok\",\"hs_timestamp\":\"2026-02-03T10:00:00Z\"}}";
        String vtt =
                "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hi</v>\n\n00:02.000 --> 00:03.000\n<v Bo>We</v>\n";
        folder.write("notes.json", notes + "]", now());
        folder.write("2026-02-03T1000-call.vtt", vtt, now());
        clock.advance(LEFT_ALONE);
        TaskRun task = run();
        List<String> first = TaskRun.texts(task.drain());

        // When
        folder.write(
                "notes.json",
                notes
                        + ","
                        + notes.substring(1).replace("ok", "new").replace("\"1\"", "\"2\"")
                        + "]",
                now());
        folder.write(
                "2026-02-03T1000-call.vtt",
                vtt + "\n00:03.000 --> 00:04.000\n<v Bo>will.</v>\n",
                now());
        clock.advance(LEFT_ALONE);
        List<Signal> then;
        try (TaskRun again = restart(task)) {
            then = TaskRun.signals(again.drain());
        }

        // Then
        assertThat(first).containsExactly("Hi", "We", "ok");
        assertThat(then).extracting(Signal::text).containsExactly("We will.", "new");
        assertThat(then.get(0).revision()).isEqualTo(2);
    }

    @Test
    void aTranscriptWaitsForItsSidecar() {
        // Given
        folder.write("call.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hi</v>\n", now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<SourceRecord> early = task.drain();

        // When
        folder.write("call.json", "{\"id\":\"m7\",\"start\":\"2026-02-03T10:00:00Z\"}", now());
        clock.advance(SETTLED);
        List<Signal> late;
        try (task) {
            late = TaskRun.signals(task.drain());
        }

        // Then
        assertThat(early).isEmpty();
        assertThat(late).extracting(signal -> signal.id().value()).containsExactly("meeting:m7#1");
    }
}
