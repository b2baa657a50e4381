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
                "I'll send you the redlines by Thursday, that's the 6th. | by Thursday, that's the"
                        + " 6th",
                "I'll send the deck on Monday or Tuesday. | Tuesday",
                "I'll send it tomorrow when the office wifi is quiet. | tomorrow",
                "I'll send you the report on Friday, not Monday. | on Friday",
                "I'll send you the numbers each Monday before 8. | none",
                "I'll send you the plan from Monday. | none",
                "I'll send you the draft. The workshop is on Friday. | none",
                "I'll walk it over myself the day he's back, so the 27th. | the 27th",
                "I'll make you a quotation, it arrives before the weekend. | before the weekend",
                "If I can swing it I'd like to send you the draft by Friday. | by Friday",
                "I'll write up the setup, and it's in your inbox on Friday. | on Friday",
                "I'll send it over once the SOW is back. | once the SOW is back",
                "Order by midnight and we'll ship tomorrow. | tomorrow",
                "Order today and we'll ship it on Friday. | on Friday",
                "Book by Friday and I'll send the invoice on Monday. | on Monday",
                "Book by Friday and we'll hold the price. | none",
                "I'll ship it tomorrow, so order by midnight. | tomorrow",
                "Delivery by Friday and we'll install it on Monday. | by Friday",
                "We'll ship by Friday and I'll order the rest tomorrow. | by Friday",
                "I'll review it by Friday and send it on Monday. | by Friday",
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

    @Test
    void timeInFrontOfASecondClauseIsThatClauses() {
        // When
        Due due =
                first("Give me your policy file and by next Thursday you get the report from me.");

        // Then
        assertThat(Objects.requireNonNull(due).text()).isEqualTo("by next Thursday");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It'll be the 29th now for the tunnel, not the 22nd. | the 29th",
                "We push the tunnel from the 22nd to the 29th. | the 29th",
                "The report isn't going out this week, realistically on 27 March. | 27 March",
            })
    void whatIsMovedTakesTheDateItIsMovedTo(String text, String words) {
        // When
        List<Candidate> found = EXTRACTOR.extract(Say.ben(text), Context.EMPTY).candidates();

        // Then
        assertThat(found)
                .filteredOn(Candidate.Rescheduling.class::isInstance)
                .map(c -> Objects.requireNonNull(((Candidate.Rescheduling) c).due()).text())
                .singleElement()
                .asString()
                .contains(words);
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
