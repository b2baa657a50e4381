package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BEN;
import static dev.followthrough.commitments.domain.Say.CLEO;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Candidate;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Evidence;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Party;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** What is said of a promise later, in another place and in few of its words, finds it or not. */
class FollowUpTest {
    private static final Reading MADE =
            Say.in("meeting:1")
                    .at("2026-03-02T09:00:00Z")
                    .by(ANA)
                    .promise(
                            "A draft project plan lands with you on Friday",
                            day("2026-03-06"),
                            "draft",
                            "project",
                            "plan")
                    .reading();

    private static Say later(Party by) {
        return Say.in("mail:7").at("2026-03-20T09:00:00Z").by(by);
    }

    private static Commitment with(Reading next) {
        return Ledger.of(List.of(MADE, next), List.of()).commitments().get(0);
    }

    @Test
    void someOfTheWordsAreEnoughFromWhoeverPromised() {
        assertThat(with(plan(ANA)).state()).isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void someOfTheWordsAreTooFewFromAnybodyElse() {
        assertThat(with(plan(BEN)).state()).isEqualTo(CommitmentState.OPEN);
    }

    private static Reading plan(Party by) {
        return later(by)
                .done("Here's the project plan, three owners are open", "project", "owner", "three")
                .reading();
    }

    @Test
    void otherSideMayConfirmInTheSameWords() {
        // Given
        Reading confirmed =
                later(CLEO)
                        .done("we got the draft project plan", "draft", "plan", "project")
                        .reading();

        // When
        Commitment now = with(confirmed);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(now.promisor()).isEqualTo(new Doer.Person(ANA));
    }

    @Test
    void wordCutShortIsTheSameWord() {
        // Given
        Reading made =
                Say.in("meeting:1")
                        .at("2026-03-02T09:00:00Z")
                        .by(CLEO)
                        .promise(
                                "the bank file specification",
                                null,
                                "bank",
                                "file",
                                "specification")
                        .reading();
        Reading sent =
                later(CLEO)
                        .done(
                                "bank spec attached, page 7 is wrong",
                                "bank",
                                "spec",
                                "page",
                                "wrong")
                        .reading();

        // When
        Commitment now = Ledger.of(List.of(made, sent), List.of()).commitments().get(0);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void thingTakenForANameIsDoneByItsAuthor() {
        // Given
        Doer proposal = new Doer.Person(new Party("name:Plan", "Plan", null, Side.UNKNOWN));
        Reading sent = later(ANA).with(fulfilment(proposal, 0.8)).reading();

        // When
        Commitment now = with(sent);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void whoeverPromisedMayReportWhatAColleagueDid() {
        assertThat(with(later(ANA).with(fulfilment(new Doer.Person(BEN), 0.8)).reading()).state())
                .isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void anotherOnesReportOfAnotherDoerIsAboutSomethingElse() {
        assertThat(with(later(CLEO).with(fulfilment(new Doer.Person(BEN), 0.8)).reading()).state())
                .isEqualTo(CommitmentState.OPEN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.15, 0.29})
    void hardlySureReportClosesNothing(double confidence) {
        // Given
        Reading unsure = later(ANA).with(fulfilment(new Doer.Person(ANA), confidence)).reading();

        // When
        Commitment now = with(unsure);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.OPEN);
        assertThat(now.evidence()).hasSize(1);
    }

    @Test
    void handedOverInSomeOfTheWordsByWhoeverHasIt() {
        // Given
        Reading handed =
                later(ANA)
                        .handed(
                                "ben can you own the plan from here",
                                BEN,
                                "ben",
                                "plan",
                                "skeleton",
                                "project")
                        .reading();

        // When
        Commitment now = with(handed);

        // Then
        assertThat(now.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(now.promisor()).isEqualTo(new Doer.Person(ANA));
    }

    @Test
    void colleagueWhoBindsThemselvesToItHasItFromThenOn() {
        // Given
        Reading mine =
                later(BEN)
                        .promise(
                                "the draft project plan comes from me",
                                day("2026-03-06"),
                                "draft",
                                "project",
                                "plan")
                        .reading();

        // When
        Commitment now = with(mine);

        // Then
        assertThat(now.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(now.promisor()).isEqualTo(new Doer.Person(ANA));
    }

    @Test
    void colleagueWhoRepeatsWhoHasItTakesNothingOver() {
        // Given
        Reading hers =
                later(BEN)
                        .promise(
                                "ana sends the draft project plan",
                                new Doer.Person(ANA),
                                null,
                                "draft",
                                "project",
                                "plan")
                        .reading();

        // When
        Commitment now = with(hers);

        // Then
        assertThat(now.owner()).isEqualTo(new Owner.Stated(ANA));
    }

    @Test
    void movedInSomeOfTheWordsByWhoeverPromised() {
        // Given
        Reading moved =
                later(ANA)
                        .moved(
                                "project isn't ready, Tuesday",
                                day("2026-03-24"),
                                null,
                                "project",
                                "grown",
                                "lap")
                        .reading();

        // When
        Commitment now = with(moved);

        // Then
        assertThat(now.due()).isEqualTo(day("2026-03-24"));
        assertThat(now.earlierDues()).containsExactly(day("2026-03-06"));
    }

    private static Candidate fulfilment(Doer doer, double confidence) {
        String quote = "Plan attached, project dates on page 4";
        Say said = later(ANA).done(quote, "project", "plan", "page");
        Evidence evidence = said.reading().candidates().get(0).evidence();
        return new Candidate.Fulfilment(
                evidence, confidence, doer, Side.OURS, List.of("project", "plan", "page"), null);
    }

    @ParameterizedTest
    @CsvSource({"0.45, draft, FULFILLED", "0.45, photo, OPEN", "0.28, draft, OPEN"})
    void unsureReportClosesWhatItFits(double sure, String word, CommitmentState state) {
        // Given
        Say report = later(ANA);
        Candidate.Fulfilment plain =
                (Candidate.Fulfilment)
                        report.done("plan's up", word, "project", "plan")
                                .reading()
                                .candidates()
                                .get(0);

        // When
        Commitment now =
                with(
                        later(ANA)
                                .with(
                                        new Candidate.Fulfilment(
                                                plain.evidence(),
                                                sure,
                                                plain.doer(),
                                                plain.side(),
                                                word.equals("photo")
                                                        ? List.of(word)
                                                        : plain.matter(),
                                                null))
                                .reading());

        // Then
        assertThat(now.state()).isEqualTo(state);
    }

    @Test
    void oneMessageThatClosesAPromiseDoesNotMoveItAsWell() {
        // Given
        Reading next =
                later(ANA)
                        .done("here's the draft project plan", "draft", "project", "plan")
                        .moved(
                                "the rollout might be ready on the 30th",
                                day("2026-03-30"),
                                MADE.signal())
                        .reading();

        // When
        Commitment now = with(next);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(now.earlierDues()).isEmpty();
    }

    @Test
    void acronymTellsAsMuchAsAWord() {
        // Given
        Reading made =
                Say.in("mail:1")
                        .at("2026-03-02T09:00:00Z")
                        .by(CLEO)
                        .promise("we raise the PO by the 20th", day("2026-03-20"), "raise", "PO")
                        .reading();

        // When
        Commitment now =
                Ledger.of(List.of(made, later(CLEO).done("PO is out", "PO").reading()), List.of())
                        .commitments()
                        .get(0);

        // Then
        assertThat(now.state()).isEqualTo(CommitmentState.FULFILLED);
    }
}
