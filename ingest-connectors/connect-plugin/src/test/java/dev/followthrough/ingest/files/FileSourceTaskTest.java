package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.DeadLetter;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class FileSourceTaskTest {
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
    void everyFormatIsReadDirectoryFirst() {
        // Given
        folder.writeWorkspace(now());
        clock.advance(LEFT_ALONE);

        // When
        List<SourceRecord> records;
        try (TaskRun task = run()) {
            records = task.drain();
        }

        // Then
        assertThat(records.stream().map(SourceRecord::topic).distinct())
                .containsExactlyInAnyOrder(
                        "ingest.directory.v1",
                        "ingest.signal.meeting.v1",
                        "ingest.signal.crm.v1",
                        "ingest.signal.email.v1",
                        "ingest.signal.slack.v1",
                        "ingest.dead-letter.v1");
        assertThat(records).extracting(SourceRecord::topic).startsWith("ingest.directory.v1");
        assertThat(TaskRun.texts(records))
                .contains(
                        "We start.",
                        "Good.",
                        "ok",
                        "two",
                        "We'll send it.",
                        "fyi",
                        "I will do it.",
                        "Bye.",
                        "By Friday.",
                        "on it",
                        "done");
        assertThat(TaskRun.letters(records))
                .extracting(DeadLetter::reason)
                .containsExactlyInAnyOrder(
                        "invalid-cue", "invalid-json", "not-mail", "invalid-slack-message");
        assertThat(TaskRun.letters(records))
                .allSatisfy(
                        letter -> {
                            assertThat(letter.position().get("file")).startsWith(root.toString());
                            assertThat(letter.position().keySet()).containsAnyOf("item", "byte");
                            assertThat(letter.bytes()).isNotBlank();
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 500})
    void aRestartBehindAnyRecordNeitherRepeatsNorSkips(int batch) {
        // Given
        folder.writeWorkspace(now());
        clock.advance(LEFT_ALONE);
        Map<String, String> settings = Map.of(FileSourceConfig.BATCH, String.valueOf(batch));
        List<SourceRecord> all;
        try (TaskRun task = new TaskRun(root, clock, Map.of(), settings)) {
            all = task.drain();
        }
        List<String> expected = TaskRun.shown(all);
        List<String> wrong = new ArrayList<>();

        // When
        for (int behind = 0; behind <= all.size(); behind++) {
            Map<Map<String, ?>, Map<String, Object>> stored = new HashMap<>();
            all.subList(0, behind).forEach(record -> TaskRun.store(stored, record));
            try (TaskRun task = new TaskRun(root, clock, stored, settings)) {
                List<String> rest = TaskRun.shown(task.drain());
                if (!rest.equals(expected.subList(behind, expected.size()))) {
                    wrong.add("behind " + behind + ": " + rest);
                }
            }
        }

        // Then
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    @Test
    void aBatchEndsBetweenTwoObjects() {
        // Given
        folder.writeWorkspace(now());
        clock.advance(LEFT_ALONE);

        // When
        List<Integer> sizes = new ArrayList<>();
        try (TaskRun task =
                new TaskRun(root, clock, Map.of(), Map.of(FileSourceConfig.BATCH, "1"))) {
            List<SourceRecord> batch = task.poll();
            while (!batch.isEmpty()) {
                sizes.add(batch.size());
                batch = task.poll();
            }
        }

        // Then
        assertThat(sizes).contains(1).contains(2).contains(4);
    }

    @Test
    void aBrokenFileIsToldOnceAndReadWhenItIsMended() {
        // Given
        String good =
                "{\"id\":\"1\",\"properties\":{\"hs_note_body\":\"one\",\"hs_timestamp\":\"2026-02-03T10:00:00Z\"}}";
        folder.write("notes.json", "[" + good + ",{\"id\":\"2\",\"prop", now());
        clock.advance(SETTLED);
        TaskRun task = run();
        List<SourceRecord> first = task.drain();
        TaskRun again = restart(task);
        List<SourceRecord> second = again.drain();

        // When
        folder.write("notes.json", "[" + good + "," + good.replace("one", "two") + "]", now());
        clock.advance(SETTLED);
        List<SourceRecord> mended;
        try (again) {
            mended = again.drain();
        }

        // Then
        assertThat(TaskRun.texts(first)).containsExactly("one");
        assertThat(TaskRun.letters(first))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.reason()).isEqualTo("invalid-json");
                            assertThat(letter.detail())
                                    .isEqualTo(
                                            "object at byte 86 must end, the file ended before it");
                            assertThat(letter.position())
                                    .containsEntry("file", root.resolve("notes.json").toString())
                                    .containsEntry("item", "1");
                        });
        assertThat(second).isEmpty();
        assertThat(TaskRun.texts(mended)).containsExactly("two");
        assertThat(TaskRun.letters(mended)).isEmpty();
    }

    @Test
    void aRecordThatIsTooLargeForItsTopicIsADeadLetter() {
        // Given
        folder.write(
                "mail.mbox", Folder.mail(1, "word ".repeat(4000)) + Folder.mail(2, "ok"), now());
        clock.advance(SETTLED);

        // When
        List<SourceRecord> records;
        try (TaskRun task =
                new TaskRun(root, clock, Map.of(), Map.of(FileSourceConfig.MAX_RECORD, "10000"))) {
            records = task.drain();
        }

        // Then
        assertThat(TaskRun.letters(records))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.detail())
                                        .startsWith("record must have at most 10000 bytes, "));
        assertThat(TaskRun.texts(records)).containsExactly("ok");
    }

    @Test
    void recordsCarryTheirPlaceAndTheirEventsAttributes() {
        // Given
        folder.write("mail.mbox", Folder.mail(1, "one"), now());
        clock.advance(SETTLED);

        // When
        List<SourceRecord> records;
        try (TaskRun task =
                new TaskRun(root, clock, Map.of(), Map.of(FileSourceConfig.PREFIX, "blue"))) {
            records = task.drain();
        }

        // Then
        SourceRecord record = records.get(0);
        assertThat(record.topic()).isEqualTo("blue.ingest.signal.email.v1");
        assertThat(record.kafkaPartition()).isBetween(0, 3);
        assertThat(record.headers().lastWithName("ce_specversion").value()).isEqualTo("1.0");
        assertThat(record.headers().lastWithName("ce_time").value())
                .isEqualTo("2026-02-03T09:00:00Z");
    }
}
