package dev.followthrough.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ConfidenceTest {
    private static final String LABELLED =
            """
            {"id": "m-1", "channel": "slack", "candidates": [\
              {"type": "promise", "quote": "we will send the deck"},\
              {"type": "request", "quote": "call Ana"}]}
            {"id": "k-1", "channel": "meeting", "turns": [\
              {"n": 1, "candidates": []},\
              {"n": 2, "candidates": [{"type": "acceptance", "quote": "sure"}]},\
              {"n": 3, "candidates": [{"type": "promise", "quote": "leave it with me"}]}]}
            """;

    private static final String ANSWERS =
            """
            {"id": "m-1", "candidates": [\
              {"type": "promise", "quote": "will send the deck", "rule": "rule.a", "confidence": 0.95},\
              {"type": "promise", "quote": "see you", "rule": "rule.b", "confidence": 0.55}]}
            {"id": "k-1/1", "candidates": []}
            {"id": "k-1/2", "candidates": [\
              {"type": "promise", "quote": "sure", "rule": "rule.a", "confidence": 0.75}]}
            """;

    @TempDir private Path folder;

    @Test
    void talkIsCountedFromEachThresholdOnAndByRuleAndChannel() throws IOException {
        // Given
        Path labelled = Files.writeString(folder.resolve("labelled.jsonl"), LABELLED);
        Path answers = Files.writeString(folder.resolve("answers.jsonl"), ANSWERS);

        // When
        Confidence confidence = Talk.of(List.of(labelled), answers);

        // Then: the turn without an answer is missed
        assertThat(confidence.from(0.5)).isEqualTo(new Counts(2, 1, 1));
        assertThat(confidence.from(0.6)).isEqualTo(new Counts(2, 1, 0));
        assertThat(confidence.from(0.9)).isEqualTo(new Counts(1, 2, 0));
        assertThat(confidence.calibrationError()).isCloseTo((0.05 + 0.55 + 0.25) / 3, within(1e-9));
        assertThat(confidence.text().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "calibration error 0.283",
                        "rule rule.a precision 1.000 [0.342, 1.000] (2/2)",
                        "rule rule.b precision 0.000 [0.000, 0.793] (0/1)",
                        "channel meeting precision 1.000 [0.207, 1.000] (1/1)",
                        "channel slack precision 0.500 [0.095, 0.905] (1/2)");
    }

    @Test
    void nothingFoundHasNoShareAndNoError() {
        // Given
        Confidence nothing = new Confidence(List.of());

        // When
        String text = nothing.text();

        // Then
        assertThat(nothing.calibrationError()).isZero();
        assertThat(text).contains("– [0.000, 1.000] (0/0)");
    }

    @Test
    void itemsAreWhatTheLedgersThresholdLeavesAndSurviveTheFile() throws IOException {
        // Given
        Path labelled = Files.writeString(folder.resolve("labelled.jsonl"), LABELLED);
        Path answers = Files.writeString(folder.resolve("answers.jsonl"), ANSWERS);
        Path file = folder.resolve("items.tsv");

        // When
        Item.write(file, Talk.of(List.of(labelled), answers).items());

        // Then
        assertThat(Item.read(file).stream().map(Item::line))
                .containsExactly(
                        "k-1/2\tcommitment\tk-1/2\thit\trule.a",
                        "k-1/3\tcommitment\tk-1/3\tmissed\t-",
                        "m-1\tcommitment\tm-1\thit\trule.a",
                        "m-1\tcommitment\tm-1\twrong\trule.b");
    }
}
