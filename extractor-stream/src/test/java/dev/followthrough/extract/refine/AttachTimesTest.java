package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

/** Which of the times around a promise is the promise's. */
final class AttachTimesTest {
    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "Leave it with me. You'll have the PDF by Friday. | by Friday",
                "I'll do the one page myself, you'll have it tomorrow. | tomorrow",
                "I'll send you the redlines by Thursday, that's the 6th. | by Thursday, that's the 6th",
                "I'll send the deck on Monday or Tuesday. | Tuesday",
                "I'll send it tomorrow when the office wifi is quiet. | tomorrow",
                "I'll send you the report on Friday, not Monday. | on Friday",
                "I'll send you the numbers each Monday before 8. | none",
                "I'll send you the plan from Monday. | none",
                "I'll send you the draft. The workshop is on Friday. | none",
            })
    void promiseTakesTheTimeThatBoundsIt(String text, @Nullable String words) {
        // When
        Due due = first(text);

        // Then
        assertThat(due == null ? null : due.text()).isEqualTo(words);
    }

    @Test
    void lengthBehindAConditionHasNoDateAndWaitsForIt() {
        // When
        Due due =
                Objects.requireNonNull(
                        first("I'll send you the keys within two days if you sign the order."));

        // Then
        assertThat(due.at()).isNull();
        assertThat(due.anchor()).isEqualTo("if you sign the order");
    }

    private static @Nullable Due first(String text) {
        List<Candidate> found = EXTRACTOR.extract(Say.ben(text), Context.EMPTY).candidates();
        for (Candidate candidate : found) {
            if (candidate instanceof Candidate.Promise promise) {
                return promise.due();
            }
        }
        throw new AssertionError("a promise must be found");
    }
}
