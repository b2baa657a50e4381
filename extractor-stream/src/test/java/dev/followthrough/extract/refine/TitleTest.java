package dev.followthrough.extract.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.extract.Context;
import dev.followthrough.extract.Extractor;
import dev.followthrough.extract.Say;
import dev.followthrough.extract.judge.Judge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What a promise is called on a list, in the words it was made with. */
class TitleTest {
    /**
     * Rules alone find what the judge might leave: what a promise is called is no question of it.
     */
    private static final List<Extractor> EXTRACTORS =
            List.of(new Extractor(), new Extractor(Judge.rulesOnly()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "I still owe you the float roster, Monday at the latest. | send the float roster",
                "Consider the domain check sorted by noon. | do the domain check",
                "By Monday you will hear from me with the final price. | send the final price",
                "I can have that report in your inbox by Monday. | send that report",
                "I'll send the SOC 2 Type II report by Friday. | send the SOC 2 Type II report",
                "We will share the redlined MSA with you on Tuesday. | share the redlined MSA",
                "You'll have the pricing sheet from us by 5 March. | send the pricing sheet",
                "You'll get a revised quote on Monday. | send a revised quote",
                "IC++ pricing from me by the 30th, split by card brand. | send IC++ pricing, split by card brand",
                "A draft project plan lands with you end of day Friday. | send a draft project plan",
                "The serial numbers for all eleven shops are coming your way by the sixth of March. | send the serial numbers for all eleven shops",
                "That's on us, the Apple Pay domain verification for the UK sites, before phase two starts. | do the Apple Pay domain verification for the UK sites",
                "Count me in on those Tuesdays for the whole first month. | be in on those Tuesdays for the whole first month",
                "I'm aiming to have interchange plus plus numbers in front of you by next Friday. | send interchange plus plus numbers",
                "I'm hoping to finish the field mapping this week. | finish the field mapping",
                "We plan to ship the Android build in April. | ship the Android build",
                "I'll try to get you an answer on the DPA by Thursday. | send an answer on the DPA",
                "Data dictionary to you tomorrow. | send data dictionary",
                "SOW to you Thursday. | send SOW",
                "Gopal: the acceptance protocol by Wednesday. | do the acceptance protocol",
                "On 14 March I'll bring the uptime figures in person. | bring the uptime figures in person",
                "If legal agrees, we'll sign the order form on Friday. | sign the order form",
                "Once the contract is signed, I'll order the scanners. | order the scanners",
                "I'll put the invoice in your inbox tomorrow. | send the invoice",
                "We'll have the export over to you by noon. | send the export",
                "I'll get back to you with the retention numbers on Monday. | get back with the retention numbers",
                "@Ana I'll get you the redlined MSA tomorrow :+1: | send the redlined MSA",
                "We'll call you on Thursday. | call Ana",
                "The new mapping gets loaded tonight. | load the new mapping",
                "The label proofs I'll send on Wednesday. | send the label proofs",
                "I'm drafting the rollout plan, first version on Friday. | draft the rollout plan",
                "We'll deliver the API keys, the test merchant and the callback URL by Monday. | deliver the API keys, the test merchant and the callback URL",
                "We'll keep the old login running until the end of March. | keep the old login running",
                "I'll review your security questionnaire by Thursday, no promises on section 9. | review their security questionnaire",
                "We'll let you know the go-live date by Monday. | let Ana know the go-live date",
                "Our security team will answer the questionnaire by 12 March. | answer the questionnaire",
                "I won't touch the production tenant before Monday. | not touch the production tenant",
                "We commit to a four-hour response time from April. | commit to a four-hour response time",
                "I'll write up Tuesday's workshop by Friday. | write up Tuesday's workshop",
                "The rollout plan is with you tomorrow. | send the rollout plan",
                "A corrected invoice is on its way to you by Friday. | send a corrected invoice",
                "We're going to raise the rate limit to 500 requests per second by Friday. | raise the rate limit to 500 requests per second",
                "I'll be on site on 9 March. | be on site",
                "Let me pull the usage figures for you by tomorrow. | pull the usage figures",
                "Gonna check the webhook retries tonight. | check the webhook retries",
                "I'll own the recap of the exec sync by Friday. | own the recap of the exec sync",
                "You can expect the updated SLA by Friday. | send the updated SLA",
                "The wording of clause 9 I take up with our counsel tomorrow. | take the wording of clause 9 up with the counsel",
                "I'm putting the change order in your inbox this afternoon. | send the change order",
                "I'll try and close the ticket tonight. | close the ticket",
                "I'll send you Tuesday's numbers by Friday. | send Tuesday's numbers",
                "We'll migrate the archive (about two million rows) by 1 April. | migrate the archive",
                "I'll bring the term sheet to your board myself on Thursday. | bring the term sheet to their board",
                "The SSO guide, you'll have it on Tuesday. | send the SSO guide",
                "We promise to refund the setup fee if the pilot fails. | refund the setup fee",
                "I'll get the invoice reissued with the right PO by Monday. | get the invoice reissued with the right PO",
                "Remind me and I'll ring the courier on Tuesday. | ring the courier",
                "I'll share the ES/EN test scripts before Friday. | share the ES/EN test scripts"
            })
    void promiseIsCalledByItsVerbAndItsThing(String said, String title) {
        assertThat(titles(said, Context.EMPTY)).contains(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Could you send us the pen test summary? | Will do. | send the pen test summary",
                "Can you get those two addresses allowlisted on staging? | yep, tomorrow | get those two addresses allowlisted on staging",
                "Please send me your insurance certificate by Friday. | Sure. | send the insurance certificate",
                "Would you mind looping in legal on the DPA? | On it. | loop in legal on the DPA",
                "Any chance you could move the training to the 12th? | Yes, can do. | move the training to the 12th",
                "We need the W-9 from you before we can pay. | Ok, Thursday. | send the W-9",
                "Can we get a list of all subprocessors? | Yes, you'll have it tomorrow. | send a list of all subprocessors",
                "Can someone on your side restart the sync job? | I'll do it tonight. | restart the sync job",
                "We have two new IPs for the office. Can you get those allowlisted on staging before Wednesday's sandbox? | yep will do | get two new IPs for the office allowlisted on staging"
            })
    void acceptanceIsCalledByWhatWasAsked(String asked, String said, String title) {
        assertThat(titles(said, Say.after(asked))).containsExactly(title);
    }

    @Test
    void pronounStandsForTheThingOfTheSentenceBefore() {
        assertThat(
                        titles(
                                "I'm finishing the capacity model now. You'll have it on Monday.",
                                Context.EMPTY))
                .contains("send the capacity model");
    }

    @Test
    void longTitleIsCutAtAWord() {
        // Given
        String said =
                "I'll send the consolidated reconciliation report covering interchange, scheme"
                        + " fees and chargebacks for every single acquiring entity by Friday.";

        // When
        String title = titles(said, Context.EMPTY).get(0);

        // Then
        assertThat(title).hasSizeLessThanOrEqualTo(80).startsWith("send the consolidated");
        assertThat(said).contains(title.substring("send ".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A draft project plan lands with you on Friday.",
                "The rollout plan is with you tomorrow.",
                "Data dictionary to you tomorrow."
            })
    void whatComesToTheHearerIsSentByTheSpeaker(String said) {
        assertThat(doers(said)).contains(new Doer.Person(Say.BEN));
    }

    @Test
    void whatHappensToAThingBindsNobodyByName() {
        assertThat(doers("The new mapping gets loaded tonight."))
                .containsExactly(new Doer.Nobody());
    }

    @Test
    void heIsTheOnePersonSpokenOf() {
        assertThat(doers("I asked Ana about the export. She'll send it to you by Friday."))
                .contains(new Doer.Person(Say.ANA));
    }

    private static List<String> titles(String said, Context context) {
        return found(said, context).stream()
                .map(Candidate.Follow.class::cast)
                .map(TitleTest::action)
                .toList();
    }

    private static List<Doer> doers(String said) {
        return found(said, Context.EMPTY).stream()
                .filter(Candidate.Promise.class::isInstance)
                .map(c -> ((Candidate.Promise) c).promisor())
                .toList();
    }

    private static List<Candidate> found(String said, Context context) {
        for (Extractor extractor : EXTRACTORS) {
            List<Candidate> found =
                    extractor.extract(Say.ben(said), context).candidates().stream()
                            .filter(TitleTest::commits)
                            .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean commits(Candidate candidate) {
        return candidate instanceof Candidate.Promise || candidate instanceof Candidate.Acceptance;
    }

    private static String action(Candidate.Follow candidate) {
        return candidate instanceof Candidate.Promise promise
                ? promise.action()
                : ((Candidate.Acceptance) candidate).action();
    }
}
