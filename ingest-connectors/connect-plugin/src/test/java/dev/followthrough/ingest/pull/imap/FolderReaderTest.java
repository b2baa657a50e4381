package dev.followthrough.ingest.pull.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

class FolderReaderTest {
    private static final FolderReader.Limits LIMITS = new FolderReader.Limits(10, 10_000, 100, 20);

    private final MailboxInMemory mailbox = new MailboxInMemory();

    private FolderReader reader(FolderOffset from) {
        FolderReader reader = new FolderReader("INBOX", from, LIMITS);
        reader.opened(mailbox.state());
        return reader;
    }

    private List<ReadMail> all(FolderReader reader) throws IOException {
        List<ReadMail> read = new ArrayList<>();
        while (reader.hasMore()) {
            read.addAll(reader.next(mailbox));
        }
        return read;
    }

    private static List<Long> uids(List<ReadMail> read) {
        return read.stream().map(ReadMail::uid).toList();
    }

    @Test
    void messagesComeInTheOrderOfTheirUidsAndOnce() throws IOException {
        // Given
        LongStream.rangeClosed(1, 2_345).forEach(mailbox::add);
        FolderReader reader = reader(FolderOffset.START);

        // When
        List<ReadMail> read = all(reader);

        // Then
        assertThat(uids(read))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2_345).boxed().toList());
        assertThat(reader.offset()).isEqualTo(new FolderOffset(7, 2_346, Instant.EPOCH));
    }

    @Test
    void anyOffsetIsGoneOnFromWithoutLossOrRepetition() throws IOException {
        // Given
        LongStream.rangeClosed(1, 40).map(i -> i * 3).forEach(mailbox::add);
        List<ReadMail> whole = all(reader(FolderOffset.START));

        // When
        for (ReadMail last : whole) {
            List<Long> rest = uids(all(reader(last.to())));

            // Then
            assertThat(rest).isEqualTo(uids(whole).subList(whole.indexOf(last) + 1, whole.size()));
        }
    }

    @Test
    void theOffsetInFrontOfAMessageHandsItOutAgain() throws IOException {
        // Given
        LongStream.rangeClosed(1, 12).forEach(mailbox::add);
        ReadMail fifth = all(reader(FolderOffset.START)).get(4);

        // When
        List<Long> again = uids(all(reader(fifth.from())));

        // Then
        assertThat(again).startsWith(5L).hasSize(8);
    }

    @Test
    void aFolderOfAHundredThousandIsAskedForByRanges() throws IOException {
        // Given
        LongStream.rangeClosed(1, 100_000).forEach(mailbox::add);
        FolderReader reader =
                new FolderReader(
                        "INBOX",
                        FolderOffset.START,
                        new FolderReader.Limits(1_000, 1_000_000, 100, 20));
        reader.opened(mailbox.state());

        // When
        List<ReadMail> read = all(reader);

        // Then
        assertThat(read).hasSize(100_000);
        assertThat(mailbox.asked())
                .allSatisfy(
                        range -> {
                            String[] ends = range.split(":");
                            assertThat(Long.parseLong(ends[1]) - Long.parseLong(ends[0]))
                                    .isLessThan(16_000);
                        });
    }

    @Test
    void fewMessagesWithHighUidsTakeFewQuestions() throws IOException {
        // Given
        LongStream.rangeClosed(1, 50).map(i -> i * 30_000_000).forEach(mailbox::add);

        // When
        List<ReadMail> read = all(reader(FolderOffset.START));

        // Then
        assertThat(read).hasSize(50);
        assertThat(mailbox.asked()).hasSizeLessThan(60);
    }

    @Test
    void aBrokenConnectionLosesAndRepeatsNothing() throws IOException {
        // Given
        LongStream.rangeClosed(1, 30).forEach(mailbox::add);
        FolderReader reader = reader(FolderOffset.START);
        List<ReadMail> read = new ArrayList<>(reader.next(mailbox));
        mailbox.breakNext(1);

        // When
        assertThatThrownBy(() -> reader.next(mailbox)).isInstanceOf(IOException.class);
        reader.opened(mailbox.state());
        read.addAll(all(reader));

        // Then
        assertThat(uids(read))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void aMessageThatTheServerNeverHandsOutIsLetGoWithAReasonAndTheOthersAreRead()
            throws IOException {
        // Given
        LongStream.rangeClosed(1, 25).forEach(mailbox::add);
        mailbox.breakAt(13);
        FolderReader reader = reader(FolderOffset.START);
        List<ReadMail> read = new ArrayList<>();

        // When
        int breaks = 0;
        while (reader.hasMore() && breaks < 50) {
            try {
                read.addAll(reader.next(mailbox));
            } catch (IOException e) {
                breaks++;
                reader.opened(mailbox.state());
            }
        }

        // Then
        assertThat(uids(read))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
        assertThat(read.get(12).content()).isInstanceOf(ReadMail.NotServed.class);
        assertThat(breaks).isLessThan(15);
    }

    @Test
    void aNewGenerationIsReadFromItsBeginning() throws IOException {
        // Given
        LongStream.rangeClosed(1, 5).forEach(mailbox::add);
        FolderReader reader = reader(FolderOffset.START);
        all(reader);
        mailbox.newGeneration(8);

        // When
        reader.opened(mailbox.state());

        // Then
        assertThat(uids(all(reader))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(reader.offset()).isEqualTo(new FolderOffset(8, 6, Instant.EPOCH));
    }

    @Test
    void whatIsRemovedWhileItIsReadIsSkipped() throws IOException {
        // Given
        LongStream.rangeClosed(1, 20).forEach(mailbox::add);
        FolderReader reader = reader(FolderOffset.START);
        List<ReadMail> read = new ArrayList<>(reader.next(mailbox));
        mailbox.remove(15);

        // When
        read.addAll(all(reader));

        // Then
        assertThat(uids(read)).hasSize(19).doesNotContain(15L);
    }

    @Test
    void draftsAreNotRead() throws IOException {
        // Given
        mailbox.add(1);
        mailbox.addDraft(2);
        mailbox.add(3);

        // When
        List<ReadMail> read = all(reader(FolderOffset.START));

        // Then
        assertThat(uids(read)).containsExactly(1L, 3L);
    }

    @Test
    void ofAMessageThatIsTooLargeOnlyTheBeginningIsFetched() throws IOException {
        // Given
        mailbox.add(1, "x".repeat(101), false);

        // When
        ReadMail read = all(reader(FolderOffset.START)).get(0);

        // Then
        assertThat(read.content())
                .isInstanceOfSatisfying(
                        ReadMail.TooLarge.class,
                        large -> assertThat(large.beginning()).hasSize(20));
        assertThat(read.size()).isEqualTo(101);
    }

    @Test
    void whatCameBeforeTheFirstDayIsLeftOut() throws IOException {
        // Given
        mailbox.add(1);
        FolderReader later =
                new FolderReader(
                        "INBOX",
                        FolderOffset.START.from(MailboxInMemory.RECEIVED.plusSeconds(1)),
                        LIMITS);
        later.opened(mailbox.state());

        // When
        List<ReadMail> read = all(later);

        // Then
        assertThat(read).isEmpty();
        assertThat(later.hasMore()).isFalse();
    }
}
