package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Due;
import dev.followthrough.extract.Say;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Objects;

/** Where a condition ends. */
class ModalitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // no comma before the main clause
                "Once legal signs off I'll send it over. | Once legal signs off",
                "As soon as the PO lands we ship. | As soon as the PO lands",
                "As soon as we get the signed order we'll ship. | As soon as we get the signed"
                        + " order",
                "If you sign by Friday I'll start on Monday. | If you sign by Friday",
                "Unless you object by Friday we will start. | Unless you object by Friday",
                "If I can swing it I'd like to send it. | If I can swing it",
                "If Eskom lets me I scan them at eleven. | If Eskom lets me",
                // the speaker is part of the condition
                "I'll pay once you like the order we sent you. | once you like the order we sent"
                        + " you",
                "I'll sign if you use the portal we have. | if you use the portal we have",
                "I'll book it if you tell us the date we can start. | if you tell us the date we"
                        + " can start",
                "I'll sign if you know what we will pay. | if you know what we will pay",
                "If we get it by Friday, I'll sign. | If we get it by Friday"
            })
    void conditionEndsWhereTheMainClauseBegins(String text, String condition) {
        assertThat(first(text).condition()).isEqualTo(condition);
    }

    @Test
    void dueWaitsForTheConditionAlone() {
        // When
        Due due = Objects.requireNonNull(first("Once legal signs off I'll send it over.").due());

        // Then
        assertThat(due.anchor()).isEqualTo("legal signs off");
        assertThat(due.text()).isEqualTo("Once legal signs off");
    }

    private static Draft first(String text) {
        Scene scene = Drafted.scene(Say.ben(text));
        List<Draft> drafts = Drafted.of(scene, "promise.plain-i-will");
        return new AttachTimes().refine(new Modalities().refine(drafts, scene), scene).get(0);
    }
}
