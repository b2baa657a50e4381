package dev.followthrough.commitments.domain;

import static dev.followthrough.commitments.domain.Say.ANA;
import static dev.followthrough.commitments.domain.Say.BEN;
import static dev.followthrough.commitments.domain.Say.click;
import static dev.followthrough.commitments.domain.Say.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.contracts.model.Action;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Owner;
import dev.followthrough.contracts.model.Reading;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** What people decide, against what is said and against each other. */
class DecisionsTest {
    private static final String[] MATTER = {"security", "report"};
    private static final Reading MADE = promise("I'll send the security report").reading();

    private static Say promise(String quote) {
        return Say.in("slack:C1")
                .at("2026-03-02T09:00:00Z")
                .by(ANA)
                .promise(quote, day("2026-03-06"), MATTER);
    }

    private static Commitment only(Reading... readings) {
        List<Commitment> all = Ledger.of(List.of(readings), List.of()).commitments();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static Reading decided(Action... actions) {
        return promise("I'll send the security report").decided(actions).reading();
    }

    @Test
    void clickClosesTheCommitmentAndTextDoesNotOpenItAgain() {
        // Given
        Action done = click("a1", ActionKind.DONE, BEN, "2026-03-04T10:00:00Z", MADE);
        Reading later =
                Say.in("slack:C1")
                        .at("2026-03-05T09:00:00Z")
                        .by(ANA)
                        .moved("rather next week", day("2026-03-13"), null, MATTER)
                        .reading();

        // When
        Commitment closed = only(decided(done), later);

        // Then
        assertThat(closed.state()).isEqualTo(CommitmentState.FULFILLED);
        assertThat(closed.decisions()).containsExactly(done);
    }

    @Test
    void dismissedIsNoCommitmentForWhoLooksButStaysKnown() {
        // Given
        Action no = click("a1", ActionKind.NOT_A_COMMITMENT, BEN, "2026-03-04T10:00:00Z", MADE);

        // Then
        assertThat(only(decided(no)).state()).isEqualTo(CommitmentState.DISMISSED);
    }

    @Test
    void decisionOutlivesReExtractionWhileItsQuoteOverlaps() {
        // Given
        Action mine = click("a1", ActionKind.ASSIGN, BEN, "2026-03-04T10:00:00Z", MADE);
        Reading reread = promise("send the security report over").decided(mine).reading();

        // Then
        assertThat(only(reread).owner()).isEqualTo(new Owner.Assigned(BEN));
    }

    @Test
    void decisionFollowsItsQuoteToAnotherUtterance() {
        // Given
        Action done = click("a1", ActionKind.DONE, BEN, "2026-03-04T10:00:00Z", MADE);
        Reading reread =
                Say.in("slack:C1")
                        .at("2026-03-02T09:00:00Z")
                        .by(ANA)
                        .promise("we will book a training", null, "training")
                        .promise("I'll send the security report", day("2026-03-06"), MATTER)
                        .decided(done)
                        .reading();

        // When
        List<Commitment> both = Ledger.of(List.of(reread), List.of()).commitments();

        // Then
        assertThat(both)
                .filteredOn(c -> c.state() == CommitmentState.FULFILLED)
                .singleElement()
                .satisfies(c -> assertThat(c.title()).contains("security report"));
        assertThat(both).hasSize(2);
    }

    @Test
    void decisionWhoseWordsAreGoneWaitsInItsReadingAndAppliesOnceTheyAreBack() {
        // Given
        Action done = click("a1", ActionKind.DONE, BEN, "2026-03-04T10:00:00Z", MADE);
        Reading other =
                Say.in("slack:C1")
                        .at("2026-03-02T09:00:00Z")
                        .by(ANA)
                        .promise("training follows", null, "training")
                        .decided(done)
                        .reading();

        // When
        Commitment unrelated = only(other);
        Commitment back = only(decided(done));

        // Then
        assertThat(unrelated.state()).isEqualTo(CommitmentState.OPEN);
        assertThat(unrelated.decisions()).isEmpty();
        assertThat(other.decisions()).containsExactly(done);
        assertThat(back.state()).isEqualTo(CommitmentState.FULFILLED);
    }

    @Test
    void laterDecisionOfAnotherWhoHadNotSeenTheEarlierOneDoesNotOverruleIt() {
        // Given
        Action ben = click("a1", ActionKind.ASSIGN, BEN, "2026-03-04T10:00:00Z", MADE);
        Action ana = click("a2", ActionKind.ASSIGN, ANA, "2026-03-04T10:01:00Z", MADE);

        // When
        Commitment commitment = only(decided(ana, ben));

        // Then
        assertThat(commitment.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(commitment.decisions()).containsExactly(ben, ana);
    }

    @Test
    void laterDecisionOfAnotherWhoHadSeenTheEarlierOneWins() {
        // Given
        Action ben = click("a1", ActionKind.ASSIGN, BEN, "2026-03-04T10:00:00Z", MADE);
        Action ana = click("a2", ActionKind.ASSIGN, ANA, "2026-03-04T10:01:00Z", MADE, "a1");

        // Then
        assertThat(only(decided(ben, ana)).owner()).isEqualTo(new Owner.Assigned(ANA));
    }

    @Test
    void samePersonMayChangeTheirMind() {
        // Given
        Action done = click("a1", ActionKind.DONE, BEN, "2026-03-04T10:00:00Z", MADE);
        Action not = click("a2", ActionKind.REOPEN, BEN, "2026-03-04T10:01:00Z", MADE);

        // Then
        assertThat(only(decided(done, not)).state()).isEqualTo(CommitmentState.OPEN);
    }

    @Test
    void decisionsOnDifferentFieldsDoNotMeet() {
        // Given
        Action mine = click("a1", ActionKind.ASSIGN, BEN, "2026-03-04T10:00:00Z", MADE);
        Action due = click("a2", ActionKind.SET_DUE, ANA, "2026-03-04T10:01:00Z", MADE);
        Action snooze = click("a3", ActionKind.SNOOZE, ANA, "2026-03-04T10:02:00Z", MADE);

        // When
        Commitment commitment = only(decided(mine, due, snooze));

        // Then
        assertThat(commitment.owner()).isEqualTo(new Owner.Assigned(BEN));
        assertThat(Objects.requireNonNull(commitment.due()).at()).isEqualTo(due.until());
        assertThat(commitment.earlierDues()).containsExactly(day("2026-03-06"));
        assertThat(commitment.snoozedUntil()).isEqualTo(snooze.until());
    }

    @Test
    void decisionOnARestatementCountsForTheWholeCommitment() {
        // Given
        Say mail =
                Say.in("mail:1")
                        .at("2026-03-03T09:00:00Z")
                        .by(ANA)
                        .promise("the security report is coming", day("2026-03-06"), MATTER);
        Action done = click("a1", ActionKind.DONE, BEN, "2026-03-04T10:00:00Z", mail.reading());

        // Then
        assertThat(only(MADE, mail.decided(done).reading()).state())
                .isEqualTo(CommitmentState.FULFILLED);
    }
}
