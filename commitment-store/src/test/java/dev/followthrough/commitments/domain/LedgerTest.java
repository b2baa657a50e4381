package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BEN;
import static dev.followthrough.commitments.domain.Say.CLEO;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Contradiction;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Due;
import dev.followthrough.contracts.model.Facts;
import dev.followthrough.contracts.model.Link;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Polarity;
import dev.followthrough.contracts.model.Reading;
import dev.followthrough.contracts.model.Role;
import dev.followthrough.contracts.model.SignalKind;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** What things said one after the other add up to, a sentence a rule. */
class LedgerTest {
    private static final String REPORT = "I'll send the security report";
    private static final String[] MATTER = {"security", "report"};

    private static Say promise() {
        return ana("slack:C1", "2026-03-02T09:00:00Z").promise(REPORT, day("2026-03-06"), MATTER);
    }

    private static Say ana(String conversation, String at) {
        return Say.in(conversation).at(at).by(ANA);
    }

    private static List<Commitment> ledger(Reading... readings) {
        return Ledger.of(List.of(readings), List.of()).commitments();
    }

    private static Commitment only(Reading... readings) {
        List<Commitment> all = ledger(readings);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<Role> roles(Commitment commitment) {
        return commitment.evidence().stream().map(Link::role).toList();
    }

    private static Due due(Commitment commitment) {
        return Objects.requireNonNull(commitment.due());
    }

    @Test
    void promiseIsACommitmentOfItsSpeakerWithQuoteAndDue() {
        // When
        Commitment made = only(promise().reading());

        // Then
        assertThat(made.owner()).isEqualTo(new Owner.Stated(ANA));
        assertThat(due(made)).isEqualTo(day("2026-03-06"));
        assertThat(made.evidence())
                .singleElement()
                .satisfies(link -> assertThat(link.evidence().quote()).isEqualTo(REPORT));
    }

    @Test
    void promiseRestatedInAnotherChannelIsOneCommitmentWithTwoEvidences() {
        // Given
        Reading mail =
                ana("mail:1", "2026-03-03T09:00:00Z")
                        .promise("the security report is coming", day("2026-03-06"), MATTER)
                        .reading();

        // When
        Commitment one = only(promise().reading(), mail);

        // Then
        assertThat(roles(one)).containsExactly(Role.MADE, Role.RESTATED);
        assertThat(one.evidence()).extracting(l -> l.evidence().ref()).doesNotHaveDuplicates();
    }

    @Test
    void anotherMatterIsAnotherCommitment() {
        // Given
        Reading other =
                ana("slack:C1", "2026-03-02T10:00:00Z")
                        .promise("I'll book the training", day("2026-03-06"), "training")
                        .reading();

        // Then
        assertThat(ledger(promise().reading(), other)).hasSize(2);
    }

    @Test
    void acceptedRequestIsMadeByTheRequestAndAcceptedByWhoSaysYes() {
        // Given
        Reading asked =
                Say.in("slack:C1")
                        .at("2026-03-02T09:00:00Z")
                        .by(CLEO)
                        .request("can you send the report by Friday?", day("2026-03-06"), MATTER)
                        .reading();
        Reading yes =
                ana("slack:C1", "2026-03-02T09:05:00Z").accept("on it", asked, null).reading();

        // When
        Commitment accepted = only(asked, yes);

        // Then
        assertThat(roles(accepted)).containsExactly(Role.MADE, Role.ACCEPTED);
        assertThat(accepted.owner()).isEqualTo(new Owner.Stated(ANA));
        assertThat(due(accepted).at()).isEqualTo(day("2026-03-06").at());
        assertThat(due(accepted).implied()).isTrue();
        assertThat(accepted.promisee()).isEqualTo(CLEO);
    }

    @Test
    void requestThatNobodyTookUpIsNoCommitment() {
        // Given
        Reading asked =
                Say.in("slack:C1").by(CLEO).request("can you send it?", null, MATTER).reading();

        // Then
        assertThat(ledger(asked)).isEmpty();
    }

    @Test
    void rescheduledKeepsTheEarlierDuesOldestFirst() {
        // Given
        Reading once =
                ana("slack:C1", "2026-03-04T09:00:00Z")
                        .moved("more like Tuesday", day("2026-03-10"), null, MATTER)
                        .reading();
        Reading twice =
                ana("slack:C1", "2026-03-09T09:00:00Z")
                        .moved("make it Thursday", day("2026-03-12"), null, MATTER)
                        .reading();

        // When
        Commitment moved = only(promise().reading(), once, twice);

        // Then
        assertThat(due(moved)).isEqualTo(day("2026-03-12"));
        assertThat(moved.earlierDues()).containsExactly(day("2026-03-06"), day("2026-03-10"));
        assertThat(roles(moved)).containsExactly(Role.MADE, Role.RESCHEDULED, Role.RESCHEDULED);
    }

    @Test
    void reassignedHasAnotherOwnerAndTheSamePromisor() {
        // Given
        Reading handed =
                ana("slack:C1", "2026-03-03T09:00:00Z")
                        .handed("ben takes the report over", BEN, MATTER)
                        .reading();

        // When
        Commitment now = only(promise().reading(), handed);

        // Then
        assertThat(now.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(now.promisor()).isEqualTo(new Doer.Person(ANA));
    }

    @Test
    void colleagueWhoSaysYesToTakingItOverHasItFromThenOn() {
        // Given
        Reading made =
                ana("meeting:1", "2026-03-02T09:00:00Z")
                        .promise(
                                "I'll dig out the pen test summary", null, "pen", "summary", "test")
                        .reading();
        Say asking = ana("slack:C2", "2026-03-03T09:00:00Z");
        Reading asked =
                asking.request("take it off me?", null, "buyer", "pen", "summary", "test")
                        .reading();
        Reading yes =
                Say.in("slack:C2")
                        .at("2026-03-03T09:05:00Z")
                        .by(BEN)
                        .accept("yep mine", asked, null)
                        .reading();

        // When
        Commitment now = only(made, asked, yes);

        // Then
        assertThat(now.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(roles(now)).containsExactly(Role.MADE, Role.REASSIGNED, Role.ACCEPTED);
    }

    @Test
    void oneWordOfTheSamePersonOnTheDayItIsDueFulfilsIt() {
        // Given
        Reading made =
                ana("meeting:1", "2026-03-02T09:00:00Z")
                        .promise("the settlement files", day("2026-03-06"), "file", "settlement")
                        .reading();

        // When
        Commitment onTheDay = only(made, sent("2026-03-06T09:00:00Z"));
        Commitment longBefore = only(made, sent("2026-03-02T12:00:00Z"));

        // Then
        assertThat(onTheDay.state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(longBefore.state()).isEqualTo(CommitmentState.OPEN);
    }

    private static Reading sent(String at) {
        return ana("mail:1", at).done("files attached", "file", "attach").reading();
    }

    @Test
    void nobodyInParticularIsNoOwner() {
        // When
        Commitment we =
                only(
                        ana("slack:C1", "2026-03-02T09:00:00Z")
                                .promise("we'll send it", new Doer.Nobody(), null, MATTER)
                                .reading());

        // Then
        assertThat(we.owner()).isEqualTo(new Owner.None());
        assertThat(we.promisor()).isEqualTo(new Doer.Nobody());
    }

    @Test
    void fulfilledAbsorbsRepeatsAndStaysFulfilled() {
        // Given
        Reading sent =
                ana("slack:C1", "2026-03-05T09:00:00Z").done("report sent", MATTER).reading();
        Reading again =
                ana("mail:1", "2026-03-05T10:00:00Z").done("the report is out", MATTER).reading();

        // When
        Commitment done = only(promise().reading(), sent, again);

        // Then
        assertThat(done.state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(roles(done)).containsExactly(Role.MADE, Role.FULFILLED, Role.RESTATED);
    }

    @Test
    void newDateAfterItWasDoneOpensItAgain() {
        // Given
        Reading sent =
                ana("slack:C1", "2026-03-05T09:00:00Z").done("report sent", MATTER).reading();
        Reading redo =
                ana("slack:C1", "2026-03-07T09:00:00Z")
                        .moved("a corrected report by Friday", day("2026-03-13"), null, MATTER)
                        .reading();

        // When
        Commitment open = only(promise().reading(), sent, redo);

        // Then
        assertThat(open.state()).isEqualTo(CommitmentState.OPEN);
        assertThat(due(open)).isEqualTo(day("2026-03-13"));
    }

    @Test
    void withdrawnIsClosedWithTheWordsThatTookItBack() {
        // Given
        Reading off =
                ana("slack:C1", "2026-03-04T09:00:00Z")
                        .off("no report after all", MATTER)
                        .reading();

        // When
        Commitment withdrawn = only(promise().reading(), off);

        // Then
        assertThat(withdrawn.state()).isEqualTo(CommitmentState.WITHDRAWN);
        assertThat(roles(withdrawn)).containsExactly(Role.MADE, Role.WITHDRAWN);
    }

    @Test
    void checkMarkOfThePromisorUnderThePromiseFulfilsIt() {
        // Given
        Reading made = promise().reading();
        Reading tick =
                ana("slack:C1", "2026-03-05T09:00:00Z")
                        .as("reaction")
                        .kind(
                                SignalKind.REACTION,
                                Facts.reaction("white_check_mark", made.signal()))
                        .reading();

        // Then
        assertThat(only(made, tick).state()).isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void checkMarkOfSomebodyElseOnOurSideFulfilsNothing() {
        // Given
        Reading made = promise().reading();
        Reading tick =
                Say.in("slack:C1")
                        .at("2026-03-05T09:00:00Z")
                        .as("reaction")
                        .by(BEN)
                        .kind(
                                SignalKind.REACTION,
                                Facts.reaction("white_check_mark", made.signal()))
                        .reading();

        // Then
        assertThat(only(made, tick).state()).isEqualTo(CommitmentState.OPEN);
    }

    @Test
    void twoDatesToldToTheCustomerByTwoPeopleStandAsAConflict() {
        // Given
        Reading other =
                Say.in("slack:C1")
                        .at("2026-03-03T09:00:00Z")
                        .by(BEN)
                        .promise("the security report comes", day("2026-03-20"), MATTER)
                        .reading();

        // When
        Commitment disputed = only(promise().reading(), other);

        // Then
        assertThat(due(disputed)).isEqualTo(day("2026-03-20"));
        assertThat(disputed.earlierDues()).isEmpty();
        assertThat(disputed.contradictions())
                .extracting(Contradiction::kind)
                .containsExactly(Contradiction.Kind.DUE);
    }

    @Test
    void promisedThoughStatedOutOfScopeIsAConflict() {
        // Given
        Reading order =
                Say.in("mail:order")
                        .at("2026-02-20T09:00:00Z")
                        .by(BEN)
                        .scope(Polarity.OUT, "security report")
                        .reading();

        // Then
        assertThat(only(order, promise().reading()).contradictions())
                .extracting(Contradiction::kind)
                .containsExactly(Contradiction.Kind.OUT_OF_SCOPE);
    }

    @Test
    void oursAndTheCustomersPromiseOfOneMatterAreTwoCommitments() {
        // Given
        Reading theirs =
                Say.in("slack:C1")
                        .at("2026-03-03T09:00:00Z")
                        .by(CLEO)
                        .promise("we'll send our security report", day("2026-03-06"), MATTER)
                        .reading();

        // Then
        assertThat(ledger(promise().reading(), theirs)).hasSize(2);
    }

    @Test
    void orderInWhichThingsBecomeKnownDoesNotMatter() {
        // Given
        Reading made = promise().reading();
        Reading moved =
                ana("slack:C1", "2026-03-04T09:00:00Z")
                        .moved("more like Tuesday", day("2026-03-10"), null, MATTER)
                        .reading();
        Reading done =
                ana("slack:C1", "2026-03-05T09:00:00Z").done("report sent", MATTER).reading();

        // Then
        assertThat(ledger(done, moved, made)).isEqualTo(ledger(made, moved, done));
    }
}
