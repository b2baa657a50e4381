package dev.followthrough.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.ContractFact;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.contract.ContractReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contract rules find what they say they find, are read with their faults, and lie over each other.
 */
class ContractRuleFilesTest {
    private static final String OWN =
            """
            contract:
            - id: own.true-up
              name: True-up after ‹length›
              kind: notice_period
              says: "true-up after {length}"
              confidence: 0.7
              matches: ["There is a [true-up after 6 months].", "[True-up after one year]"]
              does-not-match: ["A true-up was made.", "After 6 months we meet."]
            """;

    static Stream<ContractRule> rules() {
        return RuleSet.english().contract().all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleTakesTheBracketsOfItsExamplesAndNothingOfItsCounterExamples(ContractRule rule) {
        // Given
        ContractReader reader = new ContractReader(RuleSet.english().contract().only(rule));
        List<String> wrong = new ArrayList<>();

        // When
        for (Example example : rule.matches()) {
            List<String> found = quotes(reader, example);
            if (!found.contains(example.quote())) {
                wrong.add("'" + example.text() + "' gave " + found);
            }
        }
        for (Example example : rule.doesNotMatch()) {
            List<String> found = quotes(reader, example);
            if (!found.isEmpty()) {
                wrong.add("'" + example.text() + "' gave " + found);
            }
        }

        // Then
        assertThat(wrong).as("%s: examples of %s", rule.where(), rule.id()).isEmpty();
    }

    private static List<String> quotes(ContractReader reader, Example example) {
        var signal = Say.ben(example.text());
        var clock = Setup.standard().extractor().clock(signal);
        var times = dev.followthrough.extract.time.TimeGrammar.english().find(signal.text(), clock);
        return reader.read(signal, () -> times).stream().map(f -> f.evidence().quote()).toList();
    }

    @Test
    void everyKindHasARuleAndNoneIsSeenByTheJudge() {
        assertThat(rules().map(ContractRule::kind)).contains(ContractFact.Kind.values());
        assertThat(RuleSet.english().rules()).noneMatch(r -> r.id().startsWith("contract."));
    }

    @Test
    void ownRuleIsReadAndAShippedOneIsSwitchedOff() {
        // Given
        RuleFile own = new RuleFile("own.yaml", OWN + "off: [contract.renews-on]\n");

        // When
        Extractor extractor = Setup.standard().with(List.of(own)).extractor();

        // Then
        assertThat(extractor.contract(Say.ben("There is a true-up after 6 months.")))
                .extracting(f -> f.evidence().rule())
                .containsExactly("own.true-up");
        assertThat(extractor.contract(Say.ben("The MSA renews on 30 June 2027."))).isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: notice_period | kind: notes | own.yaml:4:9: 'notes' is no kind",
                "true-up after {length} | {lenght} | names no lexicon and no class of tokens",
                "true-up after {length} | {length} {any} | must name a word or a lexicon",
                "name: True-up | nome: True-up | field 'nome' is none of",
                "There is a [true-up | There [is a true-up | rule 'own.true-up' must find"
            })
    void faultNamesItsPlaceAndWhatIsWrong(String good, String bad, String message) {
        // Given
        RuleFile own = new RuleFile("own.yaml", OWN.replace(good, bad));

        // When, Then
        assertThatThrownBy(() -> Setup.standard().with(List.of(own)))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("own.yaml:")
                .hasMessageContaining(message);
    }
}
