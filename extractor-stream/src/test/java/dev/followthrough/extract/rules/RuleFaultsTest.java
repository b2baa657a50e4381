package dev.followthrough.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** A fault in a rule file stops the start, with file, line, column and what to mend. */
class RuleFaultsTest {
    private static final RuleFile WILL = new RuleFile("will.yaml", "lexicons:\n  will: [will]\n");

    private static final String GOOD =
            """
            rules:
            - id: promise.test
              name: A test
              act: promise
              says: "i {will} {any}"
              unless: [question]
              confidence: 0.6
              matches: ["[I will go]", "[I will come]"]
              does-not-match: ["I go", "I come"]
            """;

    @Test
    void goodRuleIsRead() {
        assertThat(read(GOOD).rules()).extracting(Rule::id).containsExactly("promise.test");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "act: promise | act: promiss | mine.yaml:4:8: 'promiss' is no act",
                "confidence: 0.6 | confidence: 1.6 | mine.yaml:7:15: value must be a number in 0…1",
                "[question] | [questoin] | mine.yaml:6:12: 'questoin' is no flag",
                "{any} | {anny} | names no lexicon and no class of tokens",
                "{any} | Any | must be lower case",
                "name: A test | nome: A test | field 'nome' is none of",
                "matches: [\"[I will go]\", \"[I will come]\"] | matches: [\"[I will go]\"] | 'matches' must have at least two examples",
                "name: A test | x: [ | mine.yaml:"
            })
    void faultNamesItsPlaceAndWhatIsWrong(String good, String bad, String message) {
        // Given
        String yaml = GOOD.replace(good, bad);

        // When, Then
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("mine.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void reusedIdIsAFault() {
        // Given
        String twice = GOOD + GOOD.substring(GOOD.indexOf("- id"));

        // When, Then
        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(RuleException.class)
                .hasMessage("mine.yaml:10:7: rule id 'promise.test' is used twice");
    }

    @Test
    void entryThatStandsTwiceInOtherSpellingIsDead() {
        assertThatThrownBy(() -> read("lexicons:\n  mine: [\"i'm on it, i 'm on it\"]\n"))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("mine.yaml:2:")
                .hasMessageContaining("is dead");
    }

    private static RuleSet read(String yaml) {
        return RuleLoader.load(List.of(WILL, new RuleFile("mine.yaml", yaml)), List.of());
    }
}
