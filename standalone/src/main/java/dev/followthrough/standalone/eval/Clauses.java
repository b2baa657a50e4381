package dev.followthrough.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.followthrough.extract.app.ExtractLines;

import org.jspecify.annotations.Nullable;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How well contract facts are found in clauses that experts labelled: one label a row, though a
 * sentence often says more than its label. Rows of the same sentence with another label count as
 * neither.
 */
final class Clauses {
    static final String TITLE = "Clauses of contracts";
    static final String FILE = "clauses-dev.jsonl";
    static final String NOTE =
            "Found: of the rows of a label, those with a fact of its kinds. Taken: of the rows of other labels, those with one;"
                    + " many say it too, as a sentence has one label a row. Value right: of those found with a value of the kind that an expert wrote down (a length is no date).\n\n"
                    + "The rules were written with half of the rows in view (read), and never with the other (unread). Another set is held out.";

    /** The labels there are facts for, and their kinds. */
    private static final Map<String, Set<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("Renewal Term", Set.of("auto_renewal", "renewal_option"));
        KINDS.put("Notice Period To Terminate Renewal", Set.of("notice_period"));
        KINDS.put("Termination For Convenience", Set.of("termination_notice"));
        KINDS.put("Expiration Date", Set.of("term", "expiration_date"));
        KINDS.put("Effective Date", Set.of("effective_date"));
        KINDS.put("Minimum Commitment", Set.of("minimum_commitment"));
    }

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A labelled sentence with what was found in it.
     *
     * @param sentence whatever is the same sentence of the same contract is equal
     * @param half 0: read while the rules were written; 1: not
     */
    record Row(String sentence, int half, String label, GoldAnswer gold, List<JsonNode> facts) {
        boolean has(Set<String> kinds) {
            return facts.stream().anyMatch(fact -> kinds.contains(fact.path("kind").asText()));
        }

        /** Whether one of its values is that of the gold; absent where there is none to compare. */
        @Nullable Boolean isRight(Set<String> kinds) {
            List<String> said =
                    facts.stream()
                            .filter(fact -> kinds.contains(fact.path("kind").asText()))
                            .map(fact -> GoldAnswer.said(fact.path("value")))
                            .filter(value -> value != null && gold.compares(value))
                            .toList();
            return said.isEmpty() || gold.values().isEmpty()
                    ? null
                    : said.stream().anyMatch(gold.values()::contains);
        }
    }

    private Clauses() {}

    /** Answers the labelled rows and scores the answers; inputs and answers stay in the folder. */
    static String score(Path labelled, Path work, Instant start) throws IOException {
        Path input = work.resolve("clauses.in.jsonl");
        Path output = work.resolve("clauses.out.jsonl");
        List<JsonNode> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(labelled)) {
            JsonNode row = JSON.readTree(line);
            rows.add(row);
            lines.add(
                    JSON.createObjectNode()
                            .put("id", row.path("id").asText())
                            .put("text", row.path("text").asText())
                            .toString());
        }
        Files.write(input, lines);
        try (InputStream in = Files.newInputStream(input);
                BufferedWriter out = Files.newBufferedWriter(output)) {
            ExtractLines.run(in, out, start);
        }
        List<Row> scored = new ArrayList<>();
        List<String> answers = Files.readAllLines(output);
        for (int i = 0; i < rows.size(); i++) {
            scored.add(row(rows.get(i), JSON.readTree(answers.get(i))));
        }
        return figures(scored);
    }

    private static Row row(JsonNode labelled, JsonNode answer) {
        List<JsonNode> facts = new ArrayList<>();
        answer.path("contract").forEach(facts::add);
        return new Row(
                labelled.path("doc").asText() + "\n" + labelled.path("text").asText(),
                Corpus.foldOf(labelled.path("id").asText(), 2),
                labelled.path("label").asText(),
                GoldAnswer.of(labelled.path("answer").asText()),
                facts);
    }

    /** A line for each label and half. */
    static String figures(List<Row> rows) {
        Map<String, Set<String>> labels = new HashMap<>();
        rows.forEach(
                row ->
                        labels.computeIfAbsent(row.sentence(), s -> new HashSet<>())
                                .add(row.label()));
        StringBuilder text = new StringBuilder();
        KINDS.forEach(
                (label, kinds) -> {
                    for (int half = 0; half < 2; half++) {
                        text.append(line(label, kinds, half, rows, labels)).append('\n');
                    }
                });
        return text.toString();
    }

    private static String line(
            String label,
            Set<String> kinds,
            int half,
            List<Row> all,
            Map<String, Set<String>> labels) {
        List<Row> rows = all.stream().filter(row -> row.half() == half).toList();
        List<Row> own = rows.stream().filter(row -> row.label().equals(label)).toList();
        List<Row> others =
                rows.stream()
                        .filter(
                                row ->
                                        !labels.getOrDefault(row.sentence(), Set.of())
                                                .contains(label))
                        .toList();
        List<Boolean> values =
                own.stream().map(row -> row.isRight(kinds)).filter(Objects::nonNull).toList();
        return String.format(
                Locale.ROOT,
                "%-34s %-6s  found %-31s  taken %-33s  value right %s",
                label,
                half == 0 ? "read" : "unread",
                share(own.stream().filter(row -> row.has(kinds)).count(), own.size()),
                share(others.stream().filter(row -> row.has(kinds)).count(), others.size()),
                share(values.stream().filter(right -> right).count(), values.size()));
    }

    private static Wilson share(long hits, int of) {
        return Wilson.of((int) hits, of);
    }
}
