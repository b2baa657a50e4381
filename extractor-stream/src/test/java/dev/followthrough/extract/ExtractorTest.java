package dev.followthrough.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Modality;
import dev.followthrough.contracts.model.Polarity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Families of wording and what looks like them, with the judge as shipped, at the ledger's bar. */
class ExtractorTest {
    /** What a ledger takes. */
    private static final double SURE = 0.5;

    private static final Extractor EXTRACTOR = new Extractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                // modal
                "I'll send you the redlines by Friday.",
                "We will upload the signed copy tomorrow.",
                "ill get the numbers over to you tonight",
                // futurate
                "I'm sending the revised quote tomorrow.",
                "We're going to replace the connector next week.",
                "I send you the pricing by Friday.",
                // second person
                "You'll have it Tuesday.",
                "You'll get the draft from me on Monday.",
                // nominal, telegraphic
                "SOW to you by Thursday",
                "Gopal: bays 7–9 tomorrow",
                "DC cable trench: mine, Wednesday",
                // idiom
                "Leave it with me.",
                "I owe you the updated pricing.",
                "Consider it done by Friday.",
                // passive with a doer, thing as subject
                "The report will be with you by noon tomorrow.",
                "My redlines go out to you tonight.",
                "Revision C gets to you next Wednesday.",
                // named colleague and team
                "Priya will send you the SOW on Friday.",
                "Our product team will add the Android build by end of March."
            })
    void promiseIsFound(String text) {
        // When
        List<Candidate> found = sure(text, Context.EMPTY);

        // Then
        assertThat(found).as(text).anyMatch(ExtractorTest::commits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Could you send the SOC 2 report by Friday? | On it",
                "Could you send us the updated deck? | Leave it with me",
                "Can you please share the logs by Thursday? | yep will do",
                "Could you get us the samples this week? | You'll have it Tuesday",
                "Please send the contract to legal. | Sure, will send it today",
                "Can you add Priya to the invite? | Can do"
            })
    void answerTakesOnWhatWasAsked(String asked, String answer) {
        // When
        List<Candidate> found = sure(answer, Say.after(asked));

        // Then
        assertThat(found).as(answer).anyMatch(Candidate.Acceptance.class::isInstance);
        Candidate.Acceptance acceptance =
                found.stream()
                        .filter(Candidate.Acceptance.class::isInstance)
                        .map(Candidate.Acceptance.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(acceptance.request().evidence().quote()).isNotBlank();
        assertThat(asked).contains(acceptance.request().evidence().quote());
        assertThat(acceptance.promisor()).isEqualTo(new Doer.Person(Say.BEN));
    }

    @Test
    void acceptanceWithoutATimeOfItsOwnInheritsTheRequests() {
        // When
        Candidate.Acceptance found =
                (Candidate.Acceptance)
                        sure("On it", Say.after("Could you send the SOC 2 report by Friday?"))
                                .get(0);

        // Then
        Due due = Objects.requireNonNull(found.due());
        assertThat(due.at()).isEqualTo(Instant.parse("2026-03-06T23:59:59Z"));
        assertThat(due.implied()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // capability
                "Our platform can handle ten thousand records a day.",
                "The new lidar can see foil.",
                // habit
                "We usually reply within a day.",
                // past
                "I sent the redlines yesterday.",
                "We fixed the import last week.",
                // question
                "Will you send the redlines by Friday?",
                // negation
                "I won't send the redlines.",
                "We can't deliver by Friday.",
                // hypothesis
                "I would have sold the old pump.",
                "If we were bigger we would build it ourselves.",
                // reported
                "He said they will sign next week.",
                // joke
                "If it rains I'll eat my hat lol",
                // pleasantry
                "Looking forward to seeing you on Tuesday!",
                "Hope you have a great weekend.",
                // immediate
                "I'll share my screen now.",
                // own wish, opinion
                "I'd like to see the report first.",
                "I think it works fine.",
                // hearer's duty
                "You'll need to sign the form before Friday.",
                // availability
                "I'm out on Thursday and Friday."
            })
    void whatOnlyLooksLikeAPromiseIsNone(String text) {
        // When
        List<Candidate> found = sure(text, Context.EMPTY);

        // Then
        assertThat(found).as(text).noneMatch(ExtractorTest::binds);
    }

    @Test
    void whatStandsInQuotationMarksBindsNobody() {
        // When
        List<Candidate> found =
                sure("Their site says: “We will deliver your order by Friday.”", Context.EMPTY);

        // Then
        assertThat(found).noneMatch(ExtractorTest::binds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I'll send the redlines by Friday. | FIRM",
                "I'll ship it on Friday once the PO is in. | CONDITIONAL",
                "If legal agrees, we will send the redlines on Monday. | CONDITIONAL",
                "I'll try to get the numbers to you by Friday. | TENTATIVE",
                "We should be able to send the draft by Friday. | TENTATIVE"
            })
    void weakenedPromiseStaysWeak(String text, Modality modality) {
        // When
        List<Candidate> found = EXTRACTOR.extract(Say.ben(text), Context.EMPTY).candidates();

        // Then
        assertThat(found)
                .filteredOn(Candidate.Promise.class::isInstance)
                .map(c -> ((Candidate.Promise) c).modality())
                .as(text)
                .containsExactly(modality);
    }

    @Test
    void conditionKeepsItsWords() {
        // When
        Candidate.Promise found =
                (Candidate.Promise)
                        sure("I'll ship it on Friday once the PO is in.", Context.EMPTY).get(0);

        // Then
        assertThat(found.condition()).isEqualTo("once the PO is in");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Could you send me the logs? | Request",
                "Please send the signed order form by Friday. | Request",
                "Here is the quotation you asked for. | Fulfilment",
                "As promised, the film and the numbers are attached. | Fulfilment",
                "We're pushing the mock endpoint from Friday to the 28th. | Rescheduling",
                "Priya takes over the migration from me. | Reassignment",
                "Go-live is 3 June. | Milestone",
                "Machine translation is out of scope. | ScopeStatement",
                "The price covers up to 30 users per site. | ScopeStatement",
                "Finance will not sign anything above 40k this year. | ContextNote"
            })
    void everyOtherKindIsFoundToo(String text, String kind) {
        // When
        List<Candidate> found = EXTRACTOR.extract(Say.ben(text), Context.EMPTY).candidates();

        // Then
        assertThat(found).as(text).map(c -> c.getClass().getSimpleName()).contains(kind);
    }

    @Test
    void withdrawalIsFoundAfterThePromise() {
        // When
        List<Candidate> found =
                EXTRACTOR
                        .extract(
                                Say.ben("Sorry, we're pulling the offer of a free survey."),
                                Context.EMPTY)
                        .candidates();

        // Then
        assertThat(found).anyMatch(Candidate.Withdrawal.class::isInstance);
    }

    @Test
    void scopeKnowsInFromOut() {
        // When
        List<Candidate> found =
                EXTRACTOR
                        .extract(Say.ben("Machine translation is out of scope."), Context.EMPTY)
                        .candidates();

        // Then
        assertThat(found)
                .filteredOn(Candidate.ScopeStatement.class::isInstance)
                .map(c -> ((Candidate.ScopeStatement) c).polarity())
                .containsExactly(Polarity.OUT);
    }

    @Test
    void promisorIsTheSpeakerATeamANamedColleagueOrNobody() {
        assertThat(promisor("I'll send the redlines by Friday."))
                .isEqualTo(new Doer.Person(Say.BEN));
        assertThat(promisor("We will send the redlines by Friday.")).isEqualTo(new Doer.Nobody());
        assertThat(promisor("You'll have the redlines by Friday."))
                .isEqualTo(new Doer.Person(Say.BEN));
        assertThat(promisor("Our product team will add the Android build by end of March."))
                .isEqualTo(new Doer.Team("product team"));
        assertThat(promisor("Priya will send you the SOW on Friday."))
                .isInstanceOfSatisfying(
                        Doer.Person.class, p -> assertThat(p.party().name()).isEqualTo("Priya"));
    }

    @Test
    void deletedAndBlankSignalsHoldNothing() {
        assertThat(EXTRACTOR.extract(Say.ben("  \n "), Context.EMPTY))
                .isEqualTo(Extraction.NOTHING);
    }

    private static Doer promisor(String text) {
        return sure(text, Context.EMPTY).stream()
                .filter(Candidate.Promise.class::isInstance)
                .map(c -> ((Candidate.Promise) c).promisor())
                .findFirst()
                .orElseThrow();
    }

    private static List<Candidate> sure(String text, Context context) {
        return EXTRACTOR.extract(Say.ben(text), context).candidates().stream()
                .filter(c -> c.confidence() >= SURE)
                .toList();
    }

    private static boolean commits(Candidate candidate) {
        return candidate instanceof Candidate.Promise || candidate instanceof Candidate.Acceptance;
    }

    /** Tentative words bind nobody. */
    private static boolean binds(Candidate candidate) {
        return candidate instanceof Candidate.Promise p && p.modality() != Modality.TENTATIVE
                || candidate instanceof Candidate.Acceptance a
                        && a.modality() != Modality.TENTATIVE;
    }
}
