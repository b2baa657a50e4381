package dev.followthrough.extract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.parse.Unit;
import dev.followthrough.extract.time.TimeContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every shipped rule finds what it says it finds, and nothing of what it says it does not. */
class RuleFilesTest {
    /** Lexicons that no pattern names because code reads them. */
    private static final Set<String> READ_BY_CODE =
            Set.of(
                    "filler",
                    "hedge",
                    "habit",
                    "pleasantry",
                    "immediate",
                    "joke",
                    "wish",
                    "opinion",
                    "hypothetical",
                    "past-marker",
                    "hearer-duty",
                    "hearer-told",
                    "unfinished",
                    "reporter",
                    "capability",
                    "condition",
                    "generic-word",
                    "no-name");

    private static final Extractor EXTRACTOR = new Extractor(Judge.rulesOnly());

    static Stream<Rule> rules() {
        return RuleSet.english().rules().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleFiresOnExactlyTheBracketsOfItsExamples(Rule rule) {
        List<String> wrong = new ArrayList<>();
        for (Example example : rule.matches()) {
            List<String> found = fired(rule, example);
            if (!found.contains(example.quote())) {
                wrong.add("'" + example.text() + "' gave " + found);
            }
        }

        assertThat(wrong).as("%s: examples of %s", rule.where(), rule.id()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void ruleIsSilentOnItsCounterExamples(Rule rule) {
        List<String> wrong = new ArrayList<>();
        for (Example example : rule.doesNotMatch()) {
            List<String> found = fired(rule, example);
            if (!found.isEmpty()) {
                wrong.add("'" + example.text() + "' gave " + found);
            }
        }

        assertThat(wrong).as("%s: counter-examples of %s", rule.where(), rule.id()).isEmpty();
    }

    @Test
    void everyLexiconIsReadByAPatternOrByCode() {
        assertThat(RuleSet.english().unused()).isSubsetOf(READ_BY_CODE);
        READ_BY_CODE.forEach(name -> assertThat(RuleSet.english().lexicons()).containsKey(name));
    }

    @Test
    void everyKindOfCandidateHasARuleAboveTheFloor() {
        for (Act act : Act.values()) {
            double best =
                    rules().filter(r -> r.act() == act)
                            .mapToDouble(Rule::confidence)
                            .max()
                            .orElse(0);
            assertThat(best).as("best rule of %s", act).isGreaterThanOrEqualTo(Judge.LEAST);
        }
    }

    private static List<String> fired(Rule rule, Example example) {
        Context context = example.before().isEmpty() ? Context.EMPTY : Say.after(example.before());
        String text = example.text();
        List<String> found = new ArrayList<>();
        TimeContext clock = TimeContext.of(Say.MONDAY, ZoneOffset.UTC);
        for (Unit unit : EXTRACTOR.scene(Say.ben(text), context, clock).units()) {
            if (unit.rules().contains(rule)) {
                found.add(text.substring(unit.clause().start(), unit.clause().end()));
            }
        }
        return found;
    }
}
