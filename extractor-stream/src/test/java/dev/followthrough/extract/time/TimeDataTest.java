package dev.followthrough.extract.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.extract.time.rules.DataFault;
import dev.followthrough.extract.time.rules.DataFile;
import dev.followthrough.extract.time.rules.Node;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A fault in the grammar's data names file, line, column and rule. */
final class TimeDataTest {

    @Test
    void unknownNameIsAFault() {
        // Given
        Node data = changed("cues.yaml", "threshold: 3", "threshold: 3\nthreshhold: 4");

        // When, Then
        assertThatThrownBy(() -> new Cues(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("cues.yaml:\\d+:13: must not be given: threshhold");
    }

    @Test
    void missingNameIsAFault() {
        // Given
        Node data = changed("cues.yaml", "threshold: 3", "");

        // When, Then
        assertThatThrownBy(() -> new Cues(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("cues.yaml:\\d+:\\d+: must have: threshold");
    }

    @Test
    void nameGivenTwiceIsAFault() {
        // When, Then
        assertThatThrownBy(() -> DataFile.read("policy.yaml", "day_end: 1\nday_end: 2\n"))
                .isInstanceOf(DataFault.class)
                .hasMessage("policy.yaml:2:1: name must be given once: day_end");
    }

    @Test
    void wordGivenTwiceInAListIsAFault() {
        // Given
        Node data = changed("events.yaml", "[next, upcoming", "[next, next, upcoming");

        // When, Then
        assertThatThrownBy(() -> anchors(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("events.yaml:\\d+:\\d+: must be given once: next");
    }

    @Test
    void weightThatIsNoNumberIsAFault() {
        // Given
        Node data = changed("cues.yaml", "weight: 3", "weight: heavy");

        // When, Then
        assertThatThrownBy(() -> new Cues(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("cues.yaml:\\d+:13: must be a whole number: heavy");
    }

    @Test
    void sideThatDoesNotExistIsAFault() {
        // Given
        Node data = changed("cues.yaml", "    side: left", "    side: above");

        // When, Then
        assertThatThrownBy(() -> new Cues(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("cues.yaml:\\d+:11: must be left, right or any: above");
    }

    @Test
    void relationThatDoesNotExistIsAFault() {
        // Given
        Node data = changed("events.yaml", "relation: before", "relation: beside");

        // When, Then
        assertThatThrownBy(() -> anchors(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("events.yaml:\\d+:\\d+: must be before, at or after: beside");
    }

    @Test
    void directionThatDoesNotExistIsAFault() {
        // Given
        Node data = changed("events.yaml", "bound: until", "bound: upto");

        // When, Then
        assertThatThrownBy(() -> anchors(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching("events.yaml:\\d+:\\d+: must be one of \\[by, .*]: upto");
    }

    @Test
    void patternOfAnUnknownClassIsAFault() {
        // Given
        LabelIds ids = new LabelIds();
        Lexicon lexicon = new Lexicon(DataFile.resource("/time/en/lexicon.yaml"), ids);
        Node line = DataFile.read("patterns.yaml", "{id: day.x, says: [\"{wekday}\"]}");

        // When, Then
        assertThatThrownBy(() -> new Patterns(ids, lexicon).add(line))
                .isInstanceOf(DataFault.class)
                .hasMessage("patterns.yaml:1:20: class must be in the lexicon: wekday");
    }

    @Test
    void patternIdUsedTwiceIsAFault() {
        // Given
        LabelIds ids = new LabelIds();
        Patterns patterns =
                new Patterns(ids, new Lexicon(DataFile.resource("/time/en/lexicon.yaml"), ids));
        patterns.add(DataFile.read("patterns.yaml", "{id: day.x, says: [doomsday]}"));
        Node again = DataFile.read("patterns.yaml", "{id: day.x, says: [judgement day]}");

        // When, Then
        assertThatThrownBy(() -> patterns.add(again))
                .isInstanceOf(DataFault.class)
                .hasMessage("patterns.yaml:1:1: id must be used once: day.x");
    }

    @Test
    void policyNamesTheTimeThatIsNone() {
        // Given
        Node data =
                DataFile.read(
                        "policy.yaml",
                        text("/time/policy.yaml").replace("\"23:59:59\" ", "\"24:59\" "));

        // When, Then
        assertThatThrownBy(() -> Policy.of(data))
                .isInstanceOf(DataFault.class)
                .hasMessageMatching(
                        "policy.yaml:\\d+:\\d+: must be a time of day like 17:00: 24:59");
    }

    @Test
    void brokenYamlIsAFault() {
        // When, Then
        assertThatThrownBy(() -> DataFile.read("cues.yaml", "groups: [a, b"))
                .isInstanceOf(DataFault.class)
                .hasMessageStartingWith("cues.yaml:1:")
                .hasMessageContaining("must be valid YAML");
    }

    @Test
    void everyPolicyCanDifferFromTheProducts() {
        // Given
        String strict =
                text("/time/policy.yaml")
                        .replaceFirst("day_end: \"23:59:59\"", "day_end: \"17:00\"");

        // When
        Policy policy = Policy.of(DataFile.read("policy.yaml", strict));

        // Then
        assertThat(policy.dayEnd()).hasToString("17:00");
    }

    private static Anchors anchors(Node data) {
        return new Anchors(data, new Phrases(DataFile.resource("/time/en/directions.yaml")));
    }

    /** The real file with its first such words changed. */
    private static Node changed(String name, String from, String to) {
        String text = text("/time/en/" + name);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return DataFile.read(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(TimeDataTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
