package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Who does what Ben writes, where Dan Holt and Priya Nair are at hand; “-” is nobody. */
class NameDoerTest {
    private static final Extractor EXTRACTOR = new Extractor();

    private static final Context AT_HAND =
            new Context(List.of(morning("Dan Holt"), morning("Priya Nair")), null);

    private static Signal morning(String name) {
        return Say.signal(
                name,
                Say.person(name, name.split(" ")[0] + "@ours.example"),
                Say.ANA,
                Say.MONDAY.minusSeconds(900),
                "morning");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // notes and minutes
                "AI: Dan – SOW Fri | Dan Holt",
                "Restore test: Dan, Tuesday | Dan Holt",
                "DH to check VPN by Tue | Dan Holt",
                "Ben to send pricing by Friday | Ben Ott",
                "Karl to send the deck by Friday | Karl",
                "Legal to review the DPA by Friday | Legal",
                // an acronym of nobody
                "QA to follow on Thursday | Ben Ott",
                // teams whose verb looks like a noun
                "Engineering fixes the login bug by Friday. | Engineering",
                "Legal signs the NDA by Friday. | Legal",
                "It fixes the login bug. | -",
                "Looping in Priya who will handle this from here. | Priya Nair",
                // from whom the hearer gets it
                "You'll be hearing from our billing team by noon. | billing team",
                "You'll hear from Karl by Friday. | Karl",
                "You'll hear from legal by Friday. | legal",
                "You'll get the file from Priya tomorrow. | Priya Nair",
                "You'll get the export from Salesforce tomorrow. | Ben Ott",
                "You'll get the signed copy from me tomorrow. | Ben Ott",
                "You'll have the redlines by Friday. | Ben Ott",
                // not whom the condition is about
                "Unless you object by Friday we will start on Monday. | -",
                "If you sign by Friday I'll start on Monday. | Ben Ott"
            })
    void doerIsNotGuessed(String text, String expected) {
        assertThat(doer(text, "promise.plain-i-will")).as(text).isEqualTo(expected);
    }

    @Test
    void mentionWithAnAtSignIsThatPerson() {
        assertThat(doer("@dan can you take it", "reassignment.takes-over")).isEqualTo("Dan Holt");
        assertThat(doer("@dan.holt can you take it", "reassignment.takes-over"))
                .isEqualTo("Dan Holt");
    }

    private static String doer(String text, String rule) {
        Signal signal = Say.ben(text);
        Scene scene = EXTRACTOR.scene(signal, AT_HAND, EXTRACTOR.clock(signal));
        List<Draft> drafts = new Modalities().refine(Drafted.of(scene, rule), scene);
        Doer doer = new NameDoer().refine(drafts, scene).get(0).doer();
        return switch (doer) {
            case Doer.Person person -> person.party().label();
            case Doer.Team team -> team.name();
            case Doer.Nobody nobody -> "-";
        };
    }
}
