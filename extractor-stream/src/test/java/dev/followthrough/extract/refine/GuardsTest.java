package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.extract.Say;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What is dropped however sure a model is of it. */
class GuardsTest {
    private static final String HINT = "fulfilment.hint";
    private static final String PROMISE = "promise.hearer-will-have";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The report is delayed.",
                "The report was delayed.",
                "The report has been delayed.",
                "The report is running late, sorry.",
                "The report is late, sorry.",
                "The report is off the table.",
                "The report is nearly done.",
                "The report is almost ready.",
                "The report is stuck with legal.",
                "The report is on hold.",
                "The report is overdue.",
                "The report is not ready.",
                "The report hasn't arrived.",
                "Two days later than planned, sorry."
            })
    void whatIsLateOrNearlyDoneIsNotDone(String text) {
        assertThat(kept(text, HINT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The report is ready.",
                "The report was in your inbox this morning.",
                // done all the same
                "The quotation left only this morning, four days late, excuse me.",
                "The sandbox you asked for is up and running.",
                "The report is here, none of it is a problem."
            })
    void whatIsDoneStaysDone(String text) {
        assertThat(kept(text, HINT)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = "The report is attached, two days late.")
    void whatIsHandedOverLateIsDone(String text) {
        assertThat(kept(text, "fulfilment.here")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You'll have to open the firewall by Friday.",
                "You will have to sign the form before Monday.",
                "You'll need to send us the PO by Friday.",
                "You'll want to update the firewall by Thursday.",
                "You'll be asked to confirm your address.",
                "You will be required to pay within 30 days.",
                "You shall pay within 30 days.",
                "It's your responsibility to open the firewall by Friday."
            })
    void whatTheHearerMustDoIsNoPromise(String text) {
        assertThat(kept(text, PROMISE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You'll have the report by Friday.",
                "You shall have our completed half by Thursday.",
                "You'll have everything you need to go live by Friday.",
                "You'll get whatever you have to sign on Monday.",
                "I'll make sure you have it by Friday.",
                "We'll send what you need to sign tomorrow.",
                "You'll be contacted by our billing team tomorrow."
            })
    void whatComesToTheHearerIsAPromise(String text) {
        assertThat(kept(text, PROMISE)).isNotEmpty();
    }

    /** Every clause of the text as what the rule names, after the guards. */
    private static List<Draft> kept(String text, String id) {
        Scene scene = Drafted.scene(Say.ben(text));
        return new Guards().refine(Drafted.of(scene, id), scene);
    }
}
