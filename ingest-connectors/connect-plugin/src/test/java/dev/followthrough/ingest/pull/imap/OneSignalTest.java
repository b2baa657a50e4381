package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.files.FileSourceTask;
import dev.followthrough.ingest.pull.NothingStored;
import dev.followthrough.ingest.pull.TaskHarness;

import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One mail is one signal, from a file, from a mailbox of files and from a server. */
class OneSignalTest {
    private static final String PLAIN = GreenMailbox.mail(1);
    private static final String WITH_FORWARD =
            """
            From: Ana Lima <ana@ours.example>
            To: Bo Ek <bo@acme.example>
            Date: Tue, 3 Feb 2026 11:00:00 +0100
            Message-ID: <2@ours.example>
            In-Reply-To: <1@acme.example>
            References: <0@acme.example> <1@acme.example>
            Subject: =?utf-8?Q?Fwd:_Vertr=C3=A4ge?=
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            I will send the contr=C3=A4ct tomorrow.

            -----Forwarded Message-----
            From: Eve <eve@ours.example>
            Sent: Monday, February 2, 2026 4:00 PM
            To: Ana Lima <ana@ours.example>
            Subject: x

            I will do it.
            """
                    .replace("\n", "\r\n");
    private static final String WITHOUT_ID_AND_DATE =
            "From: Bo Ek <bo@acme.example>\r\nTo: ana@ours.example\r\nSubject: x\r\n\r\nWe start.\r\n";
    private static final List<String> MAILS = List.of(PLAIN, WITH_FORWARD, WITHOUT_ID_AND_DATE);

    private static final String OPENS = "https://mail.example/find?id={message_id}";

    private final GreenMailbox mailbox = new GreenMailbox();

    @TempDir Path folder;

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void mailboxFileAndSingleFilesGiveTheSameRecords() throws Exception {
        // Given
        StringBuilder mbox = new StringBuilder();
        for (String mail : MAILS) {
            mbox.append("From x Tue Feb  3 09:00:01 2026\n")
                    .append(mail.replace("\r\n", "\n"))
                    .append('\n');
            mailbox.append("INBOX", mail);
        }

        // When
        List<String> live = live();
        List<String> fromMbox = fromFiles(Map.of("mail.mbox", mbox.toString()));
        List<String> fromFiles =
                fromFiles(
                        Map.of(
                                "1.eml",
                                PLAIN,
                                "2.eml",
                                WITH_FORWARD,
                                "3.eml",
                                WITHOUT_ID_AND_DATE));

        // Then
        assertThat(live).hasSize(4);
        assertThat(live)
                .as("a mail and the one inside it, and one without a Message-ID")
                .filteredOn(record -> record.contains("permalink="))
                .hasSize(3)
                .filteredOn(
                        record ->
                                record.contains("permalink=https://mail.example/find?id=2%40ours"))
                .hasSize(2);
        assertThat(fromMbox).containsExactlyInAnyOrderElementsOf(live);
        assertThat(fromFiles).containsExactlyInAnyOrderElementsOf(live);
    }

    private List<String> live() {
        try (TaskHarness harness = new TaskHarness()) {
            harness.with("host", "127.0.0.1")
                    .with("port", Integer.toString(mailbox.port()))
                    .with("security", "none")
                    .with("user", GreenMailbox.USER)
                    .with("password", GreenMailbox.PASSWORD)
                    .with("folders", "INBOX")
                    .with("idle", "false")
                    .with("mail.permalink", OPENS);
            return harness.start(new ImapSource()).take(4).stream()
                    .map(OneSignalTest::shown)
                    .toList();
        }
    }

    private List<String> fromFiles(Map<String, String> files) throws Exception {
        Path root = Files.createTempDirectory(folder, "import");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path written = Files.writeString(root.resolve(file.getKey()), file.getValue());
            Files.setLastModifiedTime(
                    written, FileTime.from(Instant.parse("2026-02-03T09:00:01Z")));
        }
        FileSourceTask task = new FileSourceTask();
        task.initialize(new NothingStored());
        task.start(
                Map.of(
                        "paths",
                        root.toString(),
                        "topic.partitions",
                        "4",
                        "settle.ms",
                        "0",
                        "mail.permalink",
                        OPENS));
        List<String> read = new ArrayList<>();
        for (int turn = 0; turn < 20 && read.size() < 4; turn++) {
            List<SourceRecord> batch = task.poll();
            if (batch != null) {
                batch.forEach(record -> read.add(shown(record)));
            }
        }
        task.stop();
        return read;
    }

    /** All that goes to Kafka. */
    private static String shown(SourceRecord record) {
        List<String> headers =
                StreamSupport.stream(record.headers().spliterator(), false)
                        .map(header -> header.key() + "=" + header.value())
                        .sorted()
                        .toList();
        return record.topic()
                + " "
                + record.kafkaPartition()
                + " "
                + new String((byte[]) record.key(), StandardCharsets.UTF_8)
                + " "
                + new String((byte[]) record.value(), StandardCharsets.UTF_8)
                + " "
                + headers;
    }
}
