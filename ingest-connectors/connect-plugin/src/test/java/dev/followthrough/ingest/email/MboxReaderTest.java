package dev.followthrough.ingest.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.ingest.Streams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class MboxReaderTest {
    private static final String FROM = "From ana@ours.example Tue Feb  3 10:00:00 2026\n";

    private static List<RawMail> read(InputStream in, long at, int max) {
        List<RawMail> all = new ArrayList<>();
        MboxReader.read(in, at, max).forEachRemaining(all::add);
        return all;
    }

    private static List<RawMail> read(String mbox) {
        return read(new ByteArrayInputStream(mbox.getBytes(StandardCharsets.UTF_8)), 0, 1_000_000);
    }

    private static String text(RawMail mail) {
        return new String(mail.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void messagesFollowEachOtherWithTheirPlaces() {
        // Given
        String first = FROM + "Subject: 1\n\none\n\n";
        String second = FROM + "Subject: 2\n\ntwo\n";

        // When
        List<RawMail> mails = read(first + second);

        // Then
        assertThat(mails)
                .extracting(MboxReaderTest::text)
                .containsExactly("Subject: 1\n\none\n\n", "Subject: 2\n\ntwo\n");
        assertThat(mails).extracting(RawMail::start).containsExactly(0L, (long) first.length());
        assertThat(mails).extracting(RawMail::closed).containsExactly(true, false);
        assertThat(mails.get(1).end()).isEqualTo(first.length() + second.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">From here we go | From here we go",
                ">>From a quote | >From a quote",
                "> From a reply | > From a reply",
                "From here we go | From here we go",
                ">Fromage | >Fromage"
            })
    void linesThatBeginWithFromAreUnquotedOnce(String line, String read) {
        // When
        List<RawMail> mails = read(FROM + "Subject: 1\n\n" + line + "\n");

        // Then
        assertThat(mails)
                .extracting(MboxReaderTest::text)
                .containsExactly("Subject: 1\n\n" + read + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "From a@a.example Tue Feb  3 10:00:00 2026 | true",
                "From - Tue Feb 03 10:00:00 2026 | true",
                "From MAILER-DAEMON Tue Feb  3 10:00:00 2026 +0000 | true",
                "From 1700000000@xxx Tue Feb 03 10:00:00 +0000 2026 | true",
                "From the start I said | false",
                "From: a@a.example | false"
            })
    void aMailboxIsKnownByItsFirstLine(String line, boolean mbox) {
        // When
        boolean found =
                MboxReader.isMbox((line + "\nSubject: x\n").getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(found).isEqualTo(mbox);
    }

    @Test
    void whatStandsBeforeTheFirstMessageIsStray() {
        // When
        List<RawMail> mails = read("half a message\n" + FROM + "Subject: 1\n\none\n");

        // Then
        assertThat(mails.get(0)).isInstanceOf(RawMail.Stray.class);
        assertThat(mails.get(1)).isInstanceOf(RawMail.Whole.class);
    }

    @Test
    void aLineWithoutEndTakesNoMoreMemoryThanAMessageMay() {
        // Given
        String head = FROM + "Subject: 1\n\n";
        InputStream in = Streams.of(head, 1024, "");

        // When
        List<RawMail> mails = read(in, 0, 1_000_000);

        // Then
        assertThat(mails)
                .singleElement()
                .isInstanceOfSatisfying(
                        RawMail.TooLarge.class,
                        large -> {
                            assertThat(large.size()).isEqualTo((1L << 30) + head.length());
                            assertThat(large.bytes()).hasSizeLessThanOrEqualTo(256 * 1024);
                        });
    }

    @Test
    void ofAMailboxWithoutEndNothingIsReadAhead() {
        // Given
        byte[] mail =
                (FROM + "Subject: 1\n\n" + "one line\n".repeat(2000) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        AtomicLong given = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return mail[(int) (given.getAndIncrement() % mail.length)];
                    }

                    @Override
                    public int read(byte[] to, int from, int length) {
                        for (int i = from; i < from + length; i++) {
                            to[i] = (byte) read();
                        }
                        return length;
                    }
                };
        MboxReader reader = MboxReader.read(endless, 0, 1_000_000);

        // When
        long ahead = 0;
        for (int i = 0; i < 1000; i++) {
            ahead = Math.max(ahead, given.get() - reader.next().end());
        }

        // Then
        assertThat(given).hasValueGreaterThan(1000L * mail.length);
        assertThat(ahead).isPositive().isLessThanOrEqualTo(128 * 1024);
    }
}
