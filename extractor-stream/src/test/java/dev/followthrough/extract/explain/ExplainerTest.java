package dev.followthrough.extract.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extraction;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.Setup;
import dev.followthrough.extract.explain.Explanation.OfClause;
import dev.followthrough.extract.explain.Explanation.RuleWords;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.rules.Flag;
import dev.followthrough.extract.time.TimeTrace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Objects;

/** An explanation tells what reading does, and nothing else. */
class ExplainerTest {
    private static final Setup SETUP = Setup.standard();
    private static final Extractor EXTRACTOR = SETUP.extractor();
    private static final Explainer EXPLAINER = new Explainer(SETUP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'll send you the redlines by Friday EOD.",
                "Will do, tomorrow.",
                "The MSA renews on 30 June 2027 unless we give 60 days' notice.",
                "Can you send it by 3/4 at 5? If legal agrees we'd sign in Q2, within 90 days of signature.",
                "He said \"I'll pay\" and every Friday we report. See you. lol",
                "",
                "   \n\t ",
                "? . , ; — “ ” ' \" :",
                "a",
                "\ud83d\ude00 \ud83d by \ud83d\ude00 Friday \u0000\u202e",
                "by by by Friday Friday next next week may may second"
            })
    void candidatesTimesAndClausesAreThoseOfReading(String text) {
        for (Context context :
                new Context[] {Context.EMPTY, Say.after("Can you send me the redlines?")}) {
            // Given
            Signal signal = Say.ben(text);

            // When
            Explanation told = EXPLAINER.explain(signal, context, EXTRACTOR.clock(signal));

            // Then
            Extraction read = EXTRACTOR.extract(signal, context);
            assertThat(told.candidates()).isEqualTo(read.candidates());
            assertThat(told.contract()).isEqualTo(read.contract());
            if (!text.isBlank()) {
                assertThat(told.times().stream().map(TimeTrace::found).filter(Objects::nonNull))
                        .containsExactlyElementsOf(read.times());
            }
            assertThat(told.sentences())
                    .allSatisfy(s -> assertThat(s.end()).isBetween(s.start(), text.length()));
        }
    }

    @Test
    void deadlineIsWhatItsCuesAddUpTo() {
        for (TimeTrace trace :
                told("Please send it by Friday. We met in May. The fair is on 3 June.").times()) {
            if (trace.found() != null) {
                assertThat(trace.score() >= trace.threshold())
                        .as(trace.words())
                        .isEqualTo(trace.found().deadline());
            }
        }
    }

    @Test
    void ruleThatIsHeldBackNamesTheFlagAndTheWordsThatSetIt() {
        // When
        OfClause clause = told("I'll try to send you the redlines").clauses().get(0);

        // Then
        RuleWords held =
                clause.held().stream()
                        .filter(words -> words.rule().id().equals("promise.plain-i-will"))
                        .findFirst()
                        .orElseThrow();
        assertThat(held.vetoes()).containsExactly(Flag.HEDGED);
        assertThat(held.fired()).isFalse();
        assertThat(clause.flags())
                .contains(new Explanation.FlagSet(Flag.HEDGED, "“try to” of hedge"));
        assertThat(clause.rules()).allMatch(RuleWords::fired);
    }

    @Test
    void weightsOfTheModelAddUpToItsOddsAgainstNone() {
        // When
        OfClause clause = told("I'll send you the redlines by Friday").clauses().get(0);

        // Then
        assertThat(clause.weighings())
                .isNotEmpty()
                .allSatisfy(
                        weighing -> {
                            double given =
                                    weighing.answers().stream()
                                            .filter(a -> a.outcome().equals(weighing.outcome()))
                                            .findFirst()
                                            .orElseThrow()
                                            .probability();
                            double none =
                                    weighing.answers().stream()
                                            .filter(a -> a.outcome().equals("none"))
                                            .findFirst()
                                            .orElseThrow()
                                            .probability();
                            double sum =
                                    weighing.weights().stream().mapToDouble(w -> w.weight()).sum();
                            assertThat(sum)
                                    .isCloseTo(
                                            Math.log(given / none),
                                            org.assertj.core.data.Offset.offset(1e-6));
                        });
    }

    @Test
    void withoutAModelNothingIsWeighed() {
        // Given
        Signal signal = Say.ben("I'll send you the redlines by Friday");
        Setup rules = SETUP.with(Judge.rulesOnly());

        // When
        Explanation told =
                new Explainer(rules).explain(signal, Context.EMPTY, EXTRACTOR.clock(signal));

        // Then
        assertThat(told.clauses()).allMatch(clause -> clause.weighings().isEmpty());
        assertThat(told.candidates()).isNotEmpty();
    }

    @Test
    void refinersSayWhatTheyChangedAndDropped() {
        // When
        Explanation told =
                told("He wrote \"I'll send the redlines by Friday\". I'll send it on Monday.");

        // Then
        assertThat(told.changes())
                .anySatisfy(
                        change -> {
                            assertThat(change.field()).isEqualTo("due");
                            assertThat(change.to()).startsWith("on Monday = 2026-03-09");
                        });
        assertThat(told.changes()).noneMatch(change -> change.from().equals(change.to()));
    }

    private static Explanation told(String text) {
        Signal signal = Say.ben(text);
        return EXPLAINER.explain(signal, Context.EMPTY, EXTRACTOR.clock(signal));
    }
}
