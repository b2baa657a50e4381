package dev.followthrough.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.rules.RuleException;
import dev.followthrough.extract.rules.RuleFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** A company's own rules and words over the shipped ones. */
class OverlayTest {
    /** No word of it stands in any shipped lexicon or cue: only the overlay can let it through. */
    private static final String PARKED = "Consider it zarfed";

    private static final String ZARF =
            """
            lexicons:
              zarf-word: [zarfed, zarfable]
            rules:
            - id: own.zarfed
              name: Consider it zarfed
              act: promise
              says: "consider it {zarf-word}"
              unless: [question, negated]
              confidence: 0.8
              matches: ["[Consider it zarfed]", "Thanks. [Consider it zarfed by Friday]"]
              does-not-match: ["Is it zarfed?", "They zarfed it"]
            """;

    @Test
    void ownPhraseIsFoundWithAndWithoutTheModelAndCountsByItsConfidence() {
        // Given
        Setup shipped = Setup.standard();
        Setup own = shipped.with(List.of(new RuleFile("own.yaml", ZARF)));

        // When
        List<Candidate> before = read(shipped, PARKED);
        List<Candidate> judged = read(own, PARKED);
        List<Candidate> ruled = read(own.with(Judge.rulesOnly()), PARKED);

        // Then
        assertThat(before).isEmpty();
        for (List<Candidate> found : List.of(judged, ruled)) {
            assertThat(found).singleElement().isInstanceOf(Candidate.Promise.class);
            assertThat(found.get(0).evidence().quote()).isEqualTo(PARKED);
            assertThat(found.get(0).evidence().rule()).isEqualTo("own.zarfed");
            assertThat(found.get(0).confidence()).isGreaterThanOrEqualTo(0.8);
        }
    }

    @Test
    void wordsAddedToAShippedLexiconCountInShippedRules() {
        // Given
        Setup own = overlay("lexicons:\n  take-on: [\"zarf it goes\"]\n");

        // When
        List<Candidate> found = read(own.with(Judge.rulesOnly()), "Zarf it goes");

        // Then
        assertThat(read(Setup.standard().with(Judge.rulesOnly()), "Zarf it goes")).isEmpty();
        assertThat(found).extracting(c -> c.evidence().rule()).containsExactly("promise.take-on");
    }

    @Test
    void ruleIsSwitchedOffById() {
        // Given
        Setup all = Setup.standard().with(Judge.rulesOnly());
        Setup own = overlay("off: [promise.take-on]\n").with(Judge.rulesOnly());

        // When
        List<Candidate> found = read(own, "Leave it with me");

        // Then
        assertThat(read(all, "Leave it with me"))
                .extracting(c -> c.evidence().rule())
                .containsExactly("promise.take-on");
        assertThat(found).extracting(c -> c.evidence().rule()).doesNotContain("promise.take-on");
    }

    @Test
    void ownLookalikeTakesAwayWhatTheModelIsSureOf() {
        // Given
        String yaml =
                """
                rules:
                - id: own.circle-back
                  name: We'll circle back, which here means no
                  act: lookalike
                  says: "i|we {will} circle back"
                  confidence: 0.8
                  matches: ["[we'll circle back on Friday]", "[I will circle back]"]
                  does-not-match: ["we circle the wagons", "I'll send it back"]
                """;
        String text = "I will circle back with the numbers by Friday";

        // When
        List<Candidate> found = read(overlay(yaml), text);

        // Then
        assertThat(read(Setup.standard(), text)).isNotEmpty();
        assertThat(found).isEmpty();
    }

    @Test
    void versionChangesWithContentAndNameOfTheOverlayAndNotWithTheOrderOfItsFiles() {
        // Given
        RuleFile a = new RuleFile("a.yaml", ZARF);
        RuleFile b = new RuleFile("b.yaml", "off: [promise.take-on]\n");

        // When
        String both = Setup.standard().with(List.of(a, b)).version();

        // Then
        assertThat(both).isEqualTo(Setup.standard().with(List.of(b, a)).version());
        assertThat(
                        List.of(
                                Setup.standard().version(),
                                Setup.standard().with(List.of(a)).version(),
                                Setup.standard()
                                        .with(List.of(new RuleFile("c.yaml", ZARF)))
                                        .version(),
                                both))
                .doesNotHaveDuplicates();
        assertThat(Setup.standard().with(List.of())).isEqualTo(Setup.standard());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[Consider it zarfed]\", | [Consider it parked]\", | own.yaml:10:13: rule 'own.zarfed' must find 'Consider it parked' in its example, found nothing",
                "They zarfed it | Now consider it zarfed | own.yaml:11:37: rule 'own.zarfed' must find nothing in its counter-example, found [Now consider it zarfed]",
                "[Consider it zarfed]\", | Consider it zarfed\", | own.yaml:10:13: example must mark what is found by [brackets]",
                "own.zarfed | promise.take-on | own.yaml:4:7: rule id 'promise.take-on' is used twice",
                "{zarf-word} | zarfed | own.yaml:2:14: lexicon 'zarf-word' is named by no rule",
                "zarfable | zarfed | own.yaml:2:23: entry 'zarfed' of 'zarf-word' is dead",
                "zarfable | a a a a a a a a a a a a | must have 1 to 11 words",
                "zarf-word: [ | generic-word: [ | own.yaml:2:17: lexicon 'generic-word' cannot be added to",
                "lexicons: | lexikons: | 'lexikons' is none of [contract, lexicons, off, rules]",
                "rules: | off: | a text is needed here"
            })
    void faultNamesFileLineAndColumn(String good, String bad, String message) {
        // Given
        String yaml = ZARF.replace(good, bad);

        // When, Then
        assertThatThrownBy(() -> overlay(yaml))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("own.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void unknownIdToSwitchOffIsAFault() {
        assertThatThrownBy(() -> overlay(ZARF + "off:\n- promise.take-on\n- no.such\n"))
                .isInstanceOf(RuleException.class)
                .hasMessage("own.yaml:14:3: 'no.such' is the id of no shipped rule");
    }

    @ParameterizedTest
    @CsvSource({"'',must not be empty", "'- a',fields are needed", "'rules: 7',a list is needed"})
    void fileOfAnotherShapeIsAFault(String yaml, String message) {
        assertThatThrownBy(() -> overlay(yaml))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("own.yaml:1:")
                .hasMessageContaining(message);
    }

    @Test
    void deepNestingIsAFaultAndNoOverflow() {
        assertThatThrownBy(() -> overlay("rules: " + "[".repeat(5_000)))
                .isInstanceOf(RuleException.class)
                .hasMessageContaining("must not lie deeper");
    }

    private static Setup overlay(String yaml) {
        return Setup.standard().with(List.of(new RuleFile("own.yaml", yaml)));
    }

    private static List<Candidate> read(Setup setup, String text) {
        return setup.extractor().extract(Say.ben(text), Context.EMPTY).candidates();
    }
}
