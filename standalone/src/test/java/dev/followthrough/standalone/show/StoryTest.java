package dev.followthrough.standalone.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.DeadLetter;
import dev.followthrough.contracts.model.Source;
import dev.followthrough.contracts.topic.Keys;
import dev.followthrough.standalone.app.Sample;
import dev.followthrough.standalone.scan.Scan;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class StoryTest {
    private static final long SECOND = 1_000_000_000L;

    private static List<Commitment> commitments = List.of();

    private final List<String> said = new ArrayList<>();
    private final Story story = new Story(said::add);

    @BeforeAll
    static void readTheSample(@TempDir Path folder) {
        commitments = Scan.of(List.of(Sample.copyTo(folder)), Sample.AS_OF).ledger().commitments();
    }

    private static Commitment open() {
        return commitments.stream().filter(Commitment::isOpen).findFirst().orElseThrow();
    }

    private void tell(Commitment commitment) {
        story.commitment(Keys.commitment(commitment.id()).toString(), commitment);
    }

    @Test
    void newCommitmentIsTitleDueAndOwnerWithItsQuoteBelow() {
        // When
        tell(open());

        // Then
        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("+ ").contains(open().title(), " · due ", " · owner ");
        assertThat(said.get(1))
                .contains(open().evidence().get(0).evidence().quote().replaceAll("\\s+", " "));
    }

    @Test
    void commitmentThatMovesToItsAccountIsToldOnce() {
        // Given
        Commitment commitment = open();
        String rest = Keys.commitment(commitment.id()).rest().get(0);
        story.commitment("unknown:slack:C1~" + rest, commitment);
        said.clear();

        // When
        story.commitment("unknown:slack:C1~" + rest, null);
        tell(commitment);

        // Then
        assertThat(said).isEmpty();
    }

    @Test
    void fulfilmentIsToldWithTheWordsThatSayIt() {
        // Given
        Commitment done =
                commitments.stream()
                        .filter(c -> c.state() == CommitmentState.FULFILLED)
                        .findFirst()
                        .orElseThrow();

        // When
        tell(done);

        // Then
        assertThat(said.get(0)).contains("fulfilled");
    }

    @Test
    void floodIsShortenedToACount() {
        // When
        for (int i = 0; i < 100; i++) {
            story.commitment("a~" + i, open());
        }
        story.pause(2 * SECOND);

        // Then
        assertThat(said).hasSize(41);
        assertThat(said.getLast()).isEqualTo("  … and 160 more lines; all of it is in the API");
    }

    @Test
    void signalsAreCountedBySource() {
        // When
        story.signal(Source.SLACK);
        story.signal(Source.SLACK);
        story.signal(Source.EMAIL);
        story.pause(3 * SECOND);

        // Then
        assertThat(said).containsExactly("read 3 signals (2 slack, 1 email)");
    }

    @Test
    void whatCouldNotBeReadIsNamedWithItsPlaceUpToAScreenful() {
        // When
        for (int i = 0; i < 30; i++) {
            story.deadLetter(
                    new DeadLetter(
                            "unreadable",
                            "no date in the header",
                            Map.of("file", "inbox.mbox", "offset", "812"),
                            null,
                            Instant.EPOCH));
        }

        // Then
        assertThat(said).hasSize(11);
        assertThat(said.get(0)).isEqualTo("not read: inbox.mbox no date in the header");
    }
}
