package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Signal;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is bound by what Ben says while colleagues are at hand; “me” is Ben, “-” is nobody. */
class DoerTest {
    private static final Extractor EXTRACTOR = new Extractor();

    private static final List<Party> COLLEAGUES =
            List.of(
                    colleague("Lars Sund"),
                    colleague("Pete Holloway"),
                    colleague("Gus Anastas"),
                    colleague("Reto Zumstein"),
                    colleague("Rohit Saxena"),
                    colleague("Paulo Mota"),
                    colleague("Kelvin Ong"));

    private static Party colleague(String name) {
        return Say.person(name, name.split(" ")[0].toLowerCase(Locale.ROOT) + "@ours.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // a colleague's name, wherever it stands
                "Lars sends you the logs by noon tomorrow. | Lars Sund",
                "on our end Pete is in the hospital lobby by six with a laptop | Pete Holloway",
                "The new drawing for C is in the works, Reto makes it on Friday between two other jobs. | Reto Zumstein",
                "Corrib restore test: Paulo, Tue | Paulo Mota",
                "Three routes on the wall by Friday, Paulo is leading | Paulo Mota",
                "The firmware fix is coming on Friday from Kelvin | Kelvin Ong",
                // an oath binds who swears it
                "Lars stays on your project until May. You have my hand on it. | me",
                "The report on hall B: count on it within ten days | me",
                // nobody in particular, whatever label stands before
                "Jakarta: somebody on site for two days by Friday | -",
                // what comes to the hearer is sent by its author
                "A draft plan lands with you end of day Friday. | me",
                // teams and people of ours, as said, without “our”
                "Our DBA opens the read replica to your IP range on Wednesday | DBA",
                "Config push tonight 02:00 local by our NOC | NOC",
                "My vendor sends the message spec straight to you when it's out. | My vendor",
                "my two mechanics will mount them on Saturday 13 June | my two mechanics",
                // a thing of ours does nothing
                "My redlines go out to you tonight. | me",
                // what comes to the hearer comes from whoever was just said to have it
                "Gus is putting a ballpark together for Bendigo, and it should be with you within the fortnight. | Gus Anastas",
                // we, and we with one's own word
                "We will send the redlines by Friday. | -",
                "We'll have migration round one loaded and checked on the seventh of August, that's a commitment. | me",
                "The screens are in Bahasa for your Jakarta supervisors when you go live, I'll see to it. | me",
                "my guys seal it today before lunch, leave it to me | me",
                "Leave the sandbox with me, it'll be poke-able by Wednesday. | me",
                // nobody in particular at the head, or in what was told
                "Told her we put somebody local on site there for two days at cutover. | -",
                "somebody on our end pulls together a creator shortlist by the end of November | -"
            })
    void doerIsWhoTheWordsName(String said, String expected) {
        // When
        List<String> doers = doers(said, List.of());

        // Then
        assertThat(doers).as(said).contains(expected);
    }

    @Test
    void weIsWhoeverAnswersWhatWasAsked() {
        assertThat(
                        doers(
                                "We can have C rated and with you by noon on Thursday.",
                                List.of("Could you rate C and send it by Thursday?")))
                .contains("me")
                .doesNotContain("-");
    }

    @Test
    void heIsTheLastOneSpokenOfBeforeTheVerb() {
        assertThat(
                        doers(
                                "Kelvin is the one to pin down on this; he sends the mapping to you on Friday.",
                                List.of()))
                .contains("Kelvin Ong");
    }

    private static List<String> doers(String said, List<String> asked) {
        List<Signal> before = new ArrayList<>();
        for (Party each : COLLEAGUES) {
            before.add(
                    Say.signal(each.id(), each, Say.ANA, Say.MONDAY.minusSeconds(900), "morning"));
        }
        before.addAll(Say.after(asked.toArray(String[]::new)).previous());
        return EXTRACTOR.extract(Say.ben(said), new Context(before, null)).candidates().stream()
                .map(DoerTest::doer)
                .toList();
    }

    private static String doer(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Promise promise -> label(promise.promisor());
            case Candidate.Acceptance acceptance -> label(acceptance.promisor());
            case Candidate other -> "no promise";
        };
    }

    private static String label(Doer doer) {
        return switch (doer) {
            case Doer.Person person when person.party().isSamePersonAs(Say.BEN) -> "me";
            case Doer.Person person -> person.party().label();
            case Doer.Team team -> team.name();
            case Doer.Nobody nobody -> "-";
        };
    }
}
