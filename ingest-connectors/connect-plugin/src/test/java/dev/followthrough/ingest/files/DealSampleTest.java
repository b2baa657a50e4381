package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.contracts.model.SignalKind;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A whole deal in the sources' own formats, and what a careful reader finds in it: every quote must
 * stand word by word in the signal that shows its place, and quoted history in none.
 */
class DealSampleTest {
    private static final List<Read> READS = new ArrayList<>();
    private static JsonNode gold = new ObjectMapper().createObjectNode();

    private record Quote(String ref, String words, String why) {}

    @BeforeAll
    static void read() throws IOException, URISyntaxException {
        URL folder =
                Objects.requireNonNull(
                        DealSampleTest.class.getResource("/deals/agency-foxglove-kestrel"));
        Path deal = Path.of(folder.toURI());
        gold = new ObjectMapper().readTree(Files.readAllBytes(deal.resolve("gold.json")));
        READS.clear();
        try (Workspace workspace = Workspace.open(List.of(deal), () -> Instant.EPOCH)) {
            workspace.read(READS::add);
        }
    }

    private static List<Signal> signals() {
        return READS.stream()
                .filter(Read.Said.class::isInstance)
                .map(read -> ((Read.Said) read).signal())
                .toList();
    }

    private static List<Quote> quotes() {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode commitment : gold.path("commitments")) {
            commitment.path("evidence").forEach(one -> quotes.add(quote(one)));
        }
        for (String list : List.of("scope", "context", "distractors")) {
            gold.path(list).forEach(one -> quotes.add(quote(one)));
        }
        return quotes;
    }

    private static Quote quote(JsonNode one) {
        return new Quote(
                one.path("ref").asText(), one.path("quote").asText(), one.path("why").asText());
    }

    private static boolean stands(Quote quote) {
        return signals().stream()
                .anyMatch(
                        signal -> {
                            int at = signal.text().indexOf(quote.words());
                            return at >= 0 && signal.refAt(at).equals(quote.ref());
                        });
    }

    @Test
    void everyKindIsReadAndNothingIsBroken() {
        // When
        Map<SignalKind, Integer> kinds = new TreeMap<>();
        signals().forEach(signal -> kinds.merge(signal.kind(), 1, Integer::sum));

        // Then
        assertThat(kinds)
                .isEqualTo(
                        Map.of(
                                SignalKind.MAIL, 19,
                                SignalKind.CHAT, 59,
                                SignalKind.TURN, 112,
                                SignalKind.NOTE, 2,
                                SignalKind.CALL, 1,
                                SignalKind.TASK, 2,
                                SignalKind.REACTION, 11));
        assertThat(READS).noneMatch(Read.Dead.class::isInstance);
        assertThat(READS.stream().filter(Read.Known.class::isInstance)).hasSize(26);
    }

    @Test
    void everyQuoteStandsInTheSignalOfItsPlace() {
        // When
        List<Quote> missing =
                quotes().stream()
                        .filter(quote -> !quote.why().equals("quoted-history"))
                        .filter(quote -> !stands(quote))
                        .toList();

        // Then
        assertThat(quotes()).hasSize(97);
        assertThat(missing).isEmpty();
    }

    @Test
    void quotedHistoryIsNotSaidAgain() {
        // When
        List<Quote> repeated =
                quotes().stream()
                        .filter(quote -> quote.why().equals("quoted-history"))
                        .filter(DealSampleTest::stands)
                        .toList();

        // Then
        assertThat(repeated).isEmpty();
    }

    @Test
    void aTurnsPlacesAreInOrderAndSpeakersHaveAddresses() {
        // When
        List<Signal> turns =
                signals().stream().filter(signal -> signal.kind() == SignalKind.TURN).toList();

        // Then
        assertThat(turns)
                .allSatisfy(
                        turn -> {
                            assertThat(turn.places()).extracting(Place::start).isSorted();
                            assertThat(turn.author().email()).isNotNull();
                        });
    }

    @Test
    void anIdIsGivenTwiceOnlyToTheCopiesOfOneForwardedMail()
            throws IOException, URISyntaxException {
        // Given
        List<Signal> first = signals();
        Map<String, Integer> counts = new TreeMap<>();
        first.forEach(signal -> counts.merge(signal.id().value(), 1, Integer::sum));

        // When
        read();

        // Then
        assertThat(signals()).isEqualTo(first);
        assertThat(counts.entrySet())
                .filteredOn(entry -> entry.getValue() > 1)
                .allSatisfy(entry -> assertThat(entry.getKey()).startsWith("mail:fwd-"));
    }
}
