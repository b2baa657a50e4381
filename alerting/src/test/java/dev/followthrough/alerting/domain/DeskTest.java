package dev.followthrough.alerting.domain;

import static dev.followthrough.alerting.Samples.BEN;
import static dev.followthrough.alerting.Samples.MADE;
import static dev.followthrough.alerting.Samples.promise;
import static dev.followthrough.alerting.Samples.some;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.Samples;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.Message;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

class DeskTest {
    private static final String HERE = "slack:C1";
    private static final Instant DUE = MADE.plus(Duration.ofDays(2));
    private static final Instant LATE = DUE.plusSeconds(60);
    private static final Spent NOTHING = new Spent(LocalDate.EPOCH, 0);
    private static final EscalationPolicy POLICY =
            EscalationPolicy.parse("test", "budget: { per_person_per_day: 2 }\nsettling: 0s\n");
    private static final EscalationPolicy OFFICE =
            EscalationPolicy.parse(
                    "test",
                    "zone: Europe/London\nhours: { start: \"08:00\", end: \"18:00\", days_off: [saturday, sunday] }\n");

    @Test
    void aFreshEscalationGetsAMessageOfItsOwn() {
        // When
        Desk.Change change = new Desk(POLICY).take(HERE, null, notice(late(), LATE), NOTHING, LATE);

        // Then
        Message message = change.message();
        assertThat(some(message).title()).isEqualTo("Overdue: send the report");
        assertThat(some(message).lines())
                .containsExactly(
                        "Acme · owner Ana Roth",
                        "Was due Wed 4 Mar 2026 (Europe/London); nothing says that it was done.",
                        "> I'll send you the report by Friday",
                        "Next: Deliver it now, or agree a new date with the customer.");
        assertThat(some(message).standing()).isTrue();
        assertThat(some(message).log()).isEmpty();
        assertThat(some(message).quote()).isEqualTo("I'll send you the report by Friday");
        assertThat(change.spent()).isEqualTo(new Spent(LocalDate.of(2026, 3, 4), 1));
        assertThat(change.digest()).isFalse();
    }

    @Test
    void theSameNoticeAgainChangesNothing() {
        // Given
        Card card = new Desk(POLICY).take(HERE, null, notice(late(), LATE), NOTHING, LATE).card();

        // When
        Desk.Change again =
                new Desk(POLICY)
                        .take(HERE, card, notice(late(), LATE), NOTHING, LATE.plusSeconds(60));

        // Then
        assertThat(again.card()).isEqualTo(card);
        assertThat(again.message()).isNull();
        assertThat(again.spent()).isNull();
    }

    @Test
    void aResolvedOneStaysReadableWithItsEndInTheLog() {
        // Given
        Card card = new Desk(POLICY).take(HERE, null, notice(late(), LATE), NOTHING, LATE).card();
        Commitment done = promise("p").due(DUE).state(CommitmentState.FULFILLED).build();
        Notice resolved = notice(done, some(card), LATE.plusSeconds(90));

        // When
        Desk.Change change =
                new Desk(POLICY).take(HERE, card, resolved, NOTHING, LATE.plusSeconds(90));

        // Then
        assertThat(some(change.message()).standing()).isFalse();
        assertThat(some(change.message()).title()).isEqualTo("Overdue, resolved: send the report");
        assertThat(some(change.message()).log())
                .containsExactly("4 Mar 2026, 09:02 (UTC): resolved. Done.");
        assertThat(Versions.isResolved(some(change.message()).version())).isTrue();
    }

    @Test
    void aStaleCauseIsListedInTheAccountsDigestAndInterruptsNobody() {
        // Given
        Instant old = DUE.plus(Duration.ofDays(9));

        // When
        Desk.Change change = new Desk(POLICY).take(HERE, null, notice(late(), old), NOTHING, old);
        Message digest = new Desk(POLICY).digest(HERE, List.of(change.card()), null, old);

        // Then
        assertThat(change.message()).isNull();
        assertThat(change.digest()).isTrue();
        assertThat(change.spent()).isNull();
        assertThat(some(digest).escalation().value()).isEqualTo("digest:hubspot:company/7");
        assertThat(some(digest).title()).isEqualTo("Acme: 1 thing to look at");
        assertThat(some(digest).lines())
                .containsExactly(
                        "• Overdue: send the report. Was due Wed 4 Mar 2026 (Europe/London); nothing says that it was done.");
    }

    @Test
    void aDigestIsBoundedWhateverItLists() {
        // Given
        List<Card> cards = new ArrayList<>();
        Instant old = DUE.plus(Duration.ofDays(9));
        for (int i = 0; i < 500; i++) {
            cards.add(Card.listed(notice(promise("p" + i).due(DUE.plusSeconds(i)).build(), old)));
        }

        // When
        Message digest = new Desk(POLICY).digest(HERE, cards, null, old);

        // Then
        assertThat(some(digest).title()).isEqualTo("Acme: 500 things to look at");
        assertThat(some(digest).lines())
                .hasSize(Letter.SHOWN + 1)
                .last()
                .isEqualTo("… and 485 more.");
    }

    @Test
    void anEmptyDigestReadsAsResolved() {
        // Given
        Message before =
                new Desk(POLICY)
                        .digest(HERE, List.of(Card.listed(notice(late(), LATE))), null, LATE);

        // When
        Message after = new Desk(POLICY).digest(HERE, List.of(), before, LATE);

        // Then
        assertThat(some(after).standing()).isFalse();
        assertThat(some(after).lines()).containsExactly("Nothing is waiting any more.");
        assertThat(new Desk(POLICY).digest(HERE, List.of(), null, LATE)).isNull();
    }

    @Test
    void whatIsOverAPersonsBudgetWaitsForTheDigest() {
        // Given
        Spent spent = new Spent(LocalDate.of(2026, 3, 4), 2);
        Desk desk = new Desk(POLICY);

        // When
        Desk.Change waits = desk.take(HERE, null, notice(late(), LATE), spent, LATE);
        Desk.Change listed =
                desk.take(
                        HERE,
                        waits.card(),
                        notice(late(), LATE),
                        NOTHING,
                        some(some(waits.card()).until()));

        // Then
        assertThat(waits.message()).isNull();
        assertThat(some(waits.card()).place()).isEqualTo(Card.Place.WAITS_FOR_DIGEST);
        assertThat(some(some(waits.card()).until()))
                .isEqualTo(Instant.parse("2026-03-05T09:00:00Z"));
        assertThat(some(listed.card()).place()).isEqualTo(Card.Place.LISTED);
        assertThat(listed.digest()).isTrue();
    }

    @Test
    void nobodyIsInterruptedAtNightOrOnTheWeekend() {
        // Given
        Instant fridayNight = Instant.parse("2026-03-06T21:00:00Z");
        Commitment subject = promise("p").due(fridayNight.minusSeconds(60)).build();
        Desk desk = new Desk(OFFICE);

        // When
        Desk.Change waits =
                desk.take(HERE, null, notice(subject, fridayNight), NOTHING, fridayNight);
        Desk.Change monday =
                desk.take(
                        HERE,
                        waits.card(),
                        some(waits.card()).notice(),
                        NOTHING,
                        some(some(waits.card()).until()));

        // Then
        assertThat(waits.message()).isNull();
        assertThat(some(some(waits.card()).until()))
                .isEqualTo(Instant.parse("2026-03-09T08:00:00Z"));
        assertThat(monday.message()).isNotNull();
    }

    @Test
    void whatIsResolvedWhileItWaitsIsNeverShown() {
        // Given
        Spent spent = new Spent(LocalDate.of(2026, 3, 4), 2);
        Desk.Change waits = new Desk(POLICY).take(HERE, null, notice(late(), LATE), spent, LATE);
        Commitment done = promise("p").due(DUE).state(CommitmentState.FULFILLED).build();

        // When
        Desk.Change change =
                new Desk(POLICY)
                        .take(
                                HERE,
                                waits.card(),
                                notice(done, some(waits.card()), LATE),
                                spent,
                                LATE);

        // Then
        assertThat(change).isEqualTo(new Desk.Change(null, null, false, null));
    }

    @Test
    void anErasedOneLeavesNoWordOfIt() {
        // Given
        Card card = new Desk(POLICY).take(HERE, null, notice(late(), LATE), NOTHING, LATE).card();

        // When
        Desk.Change change = new Desk(POLICY).erase(card, LATE);

        // Then
        assertThat(change.card()).isNull();
        assertThat(some(change.message()).standing()).isFalse();
        assertThat(some(change.message()).toString())
                .doesNotContain("report")
                .doesNotContain("Ana");
    }

    @Test
    void theLogTellsWhoTookItAndThatItWasRaised() {
        // Given
        Card card = new Desk(POLICY).take(HERE, null, notice(late(), LATE), NOTHING, LATE).card();
        Instant later = LATE.plus(Duration.ofHours(25));

        // When
        Notice raised = notice(promise("p").due(DUE).owner(BEN).build(), some(card), later);
        Desk.Change change = new Desk(POLICY).take(HERE, card, raised, NOTHING, later);

        // Then
        assertThat(some(change.message()).log())
                .containsExactly(
                        "5 Mar 2026, 10:01 (UTC): raised again, critical",
                        "5 Mar 2026, 10:01 (UTC): owned by Ben Ode");
        assertThat(change.spent()).isNull();
    }

    private static Commitment late() {
        return promise("p").due(DUE).build();
    }

    private static Notice notice(Commitment commitment, Instant now) {
        return notice(commitment, List.of(), now);
    }

    private static Notice notice(Commitment commitment, Card before, Instant now) {
        return notice(commitment, List.of(before.notice().escalation()), now);
    }

    private static Notice notice(Commitment commitment, List<Escalation> before, Instant now) {
        Decision decision =
                POLICY.decide(
                        Subject.of(commitment, List.of()), Standing.settled(before, now), now);
        Escalation escalation =
                decision.escalations().stream()
                        .filter(e -> e.id().value().startsWith("overdue"))
                        .findFirst()
                        .orElseThrow();
        String quote = commitment.evidence().get(0).evidence().quote();
        return new Notice(
                escalation,
                some(Samples.account().name()),
                Samples.account().owner(),
                quote,
                List.of());
    }
}
