package dev.followthrough.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.followthrough.contracts.model.Place;
import dev.followthrough.contracts.model.Signal;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a corpus of deals with a gold ledger each ({@code -Dcorpus.dir=…}): every quote must stand
 * word by word in the signal that shows its place.
 */
@EnabledIfSystemProperty(named = "corpus.dir", matches = ".+")
class CorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LISTS = List.of("scope", "context", "distractors");

    private record Quote(String ref, String words, String list) {}

    @TestFactory
    Stream<DynamicTest> everyQuoteStandsInTheSignalOfItsPlace() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus.dir"));
        try (Stream<Path> folders = Files.list(corpus)) {
            List<Path> deals =
                    folders.filter(folder -> Files.exists(folder.resolve("gold.json")))
                            .sorted()
                            .toList();
            return deals.stream()
                    .map(
                            deal ->
                                    DynamicTest.dynamicTest(
                                            deal.getFileName().toString(), () -> check(deal)));
        }
    }

    private static void check(Path deal) throws IOException {
        // Given
        Map<String, List<Signal>> byRef = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();

        // When
        try (Workspace workspace = Workspace.open(List.of(deal), () -> Instant.EPOCH)) {
            workspace.read(
                    read -> {
                        counts.merge(read.getClass().getSimpleName(), 1, Integer::sum);
                        if (read instanceof Read.Said said) {
                            said.signal().places().stream()
                                    .map(Place::ref)
                                    .forEach(
                                            ref ->
                                                    byRef.computeIfAbsent(
                                                                    ref, any -> new ArrayList<>())
                                                            .add(said.signal()));
                        }
                    });
        }

        // Then
        List<Quote> quotes = quotes(JSON.readTree(Files.readAllBytes(deal.resolve("gold.json"))));
        List<Quote> missing = quotes.stream().filter(quote -> !stands(quote, byRef)).toList();
        System.out.println(
                deal.getFileName()
                        + " "
                        + counts
                        + " quotes "
                        + quotes.size()
                        + " missing "
                        + missing.size());
        assertThat(missing).isEmpty();
        assertThat(counts).doesNotContainKey("Dead");
    }

    private static boolean stands(Quote quote, Map<String, List<Signal>> byRef) {
        boolean mailOfTheReader =
                quote.ref().startsWith("mail:") && quote.list().equals("distractors");
        return byRef.getOrDefault(quote.ref(), List.of()).stream()
                        .anyMatch(
                                signal -> {
                                    int at = signal.text().indexOf(quote.words());
                                    return at >= 0 && signal.refAt(at).equals(quote.ref());
                                })
                || mailOfTheReader; // quoted history is cut out of a mail on purpose
    }

    private static List<Quote> quotes(JsonNode gold) {
        List<Quote> quotes = new ArrayList<>();
        for (JsonNode commitment : gold.path("commitments")) {
            commitment.path("evidence").forEach(one -> quotes.add(quote(one, "evidence")));
        }
        for (String list : LISTS) {
            gold.path(list).forEach(one -> quotes.add(quote(one, list)));
        }
        return quotes;
    }

    private static Quote quote(JsonNode one, String list) {
        return new Quote(one.path("ref").asText(), one.path("quote").asText(), list);
    }
}
