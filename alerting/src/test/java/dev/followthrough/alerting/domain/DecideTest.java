package dev.followthrough.alerting.domain;

import static dev.followthrough.alerting.Samples.ANA;
import static dev.followthrough.alerting.Samples.MADE;
import static dev.followthrough.alerting.Samples.promise;
import static dev.followthrough.alerting.Samples.some;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.Samples;
import dev.followthrough.contracts.model.ActionKind;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Severity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The life of an escalation of one promise, due two days after it was made. */
class DecideTest {
    private static final EscalationPolicy POLICY = EscalationPolicy.standard();
    private static final Instant DUE = MADE.plus(Duration.ofDays(2));
    private static final Instant LATE = DUE.plusSeconds(60);
    private static final Samples.Builder REPORT = promise("p").due(DUE);

    @Test
    void aQuietPromiseIsLookedAtAgainWhenTheAnswerCanChange() {
        // Given
        Samples.Builder later = promise("p").due(MADE.plus(Duration.ofDays(20)));

        // When
        Decision first = look(later.build(), List.of(), MADE);

        // Then
        assertThat(first.escalations()).isEmpty();
        assertThat(first.nextLook()).isEqualTo(MADE.plus(Duration.ofDays(7)).plusMillis(1));
        assertThat(look(later.state(CommitmentState.FULFILLED).build(), List.of(), MADE).nextLook())
                .isNull();
    }

    @Test
    void nothingNewOpensBeforeTheSubjectHasSettled() {
        // Given
        Instant settles = LATE.plusSeconds(30);

        // When
        Decision decision =
                POLICY.decide(
                        Subject.of(REPORT.build(), List.of()),
                        new Standing(List.of(), settles),
                        LATE);

        // Then
        assertThat(decision.escalations()).isEmpty();
        assertThat(decision.nextLook()).isEqualTo(settles);
    }

    @Test
    void whatStandsIsResolvedAtOnceEvenWhileTheSubjectSettles() {
        // Given
        List<Escalation> standing = look(REPORT.build(), List.of(), LATE).escalations();
        Commitment done = promise("p").due(DUE).state(CommitmentState.FULFILLED).build();

        // When
        Decision decision =
                POLICY.decide(
                        Subject.of(done, List.of()),
                        new Standing(standing, LATE.plusSeconds(600)),
                        LATE.plusSeconds(5));

        // Then
        assertThat(only(decision).state())
                .isEqualTo(new Escalation.State.Resolved(LATE.plusSeconds(5)));
        assertThat(only(decision).words().why()).isEqualTo("Done.");
        assertThat(decision.nextLook()).isNull();
    }

    @Test
    void dueSoonResolvesWhenOverdueOpens() {
        // Given
        Decision soon = look(REPORT.build(), List.of(), DUE.minusSeconds(60));

        // When
        Decision late = look(REPORT.build(), soon.escalations(), some(soon.nextLook()));

        // Then
        assertThat(only(soon).reason()).isEqualTo(EscalationReason.DUE_SOON);
        assertThat(soon.nextLook()).isEqualTo(DUE.plusMillis(1));
        assertThat(late.escalations())
                .extracting(e -> e.reason() + " " + e.state().getClass().getSimpleName())
                .containsExactly("DUE_SOON Resolved", "OVERDUE Open");
    }

    @Test
    void whatNobodySawIsRaisedAgainAndLouder() {
        // Given
        Decision first = look(REPORT.build(), List.of(), LATE);

        // When
        Decision raised = look(REPORT.build(), first.escalations(), some(first.nextLook()));

        // Then
        assertThat(only(first).severity()).isEqualTo(Severity.WARNING);
        assertThat(first.nextLook()).isEqualTo(DUE.plusMillis(1).plus(Duration.ofHours(24)));
        assertThat(only(raised).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(only(raised).step()).isEqualTo(1);
    }

    @Test
    void anAcknowledgementQuietsTheCausesItCouldSeeAndNoLaterOnes() {
        // Given
        Commitment seenBefore = promise("p").due(DUE).acknowledged(DUE.minusSeconds(30)).build();
        Commitment seenAfter = promise("p").due(DUE).acknowledged(LATE).build();

        // When
        Decision before = look(seenBefore, List.of(), LATE);
        Decision after = look(seenAfter, List.of(), LATE.plus(Duration.ofDays(3)));

        // Then
        assertThat(only(before).state()).isInstanceOf(Escalation.State.Open.class);
        assertThat(only(after).state()).isEqualTo(new Escalation.State.Acknowledged(LATE));
        assertThat(only(after).step()).isZero();
    }

    @Test
    void aSnoozeIsQuietUntilItsEndAndThenOpenAgain() {
        // Given
        Instant until = LATE.plus(Duration.ofHours(4));
        Commitment snoozed = promise("p").due(DUE).snoozed(until).build();
        Decision quiet =
                look(
                        snoozed,
                        look(REPORT.build(), List.of(), LATE).escalations(),
                        LATE.plusSeconds(1));

        // When
        Decision open = look(snoozed, quiet.escalations(), some(quiet.nextLook()));

        // Then
        assertThat(only(quiet).state()).isEqualTo(new Escalation.State.Snoozed(until));
        assertThat(quiet.nextLook()).isEqualTo(until);
        assertThat(only(open).state()).isEqualTo(new Escalation.State.Open(until));
    }

    @Test
    void aCauseOlderThanThePolicysFreshnessInterruptsNobody() {
        // Given
        Instant old = DUE.plus(Duration.ofDays(4));

        // When
        Decision seenLate = look(REPORT.build(), List.of(), old);
        Decision seenInTime =
                look(REPORT.build(), look(REPORT.build(), List.of(), LATE).escalations(), old);
        Decision fromBefore =
                POLICY.withAlertFrom(LATE)
                        .decide(
                                Subject.of(REPORT.build(), List.of()),
                                Standing.settled(List.of(), LATE),
                                LATE);

        // Then
        assertThat(only(seenLate).fresh()).isFalse();
        assertThat(only(seenInTime).fresh()).isTrue();
        assertThat(only(fromBefore).fresh()).isFalse();
    }

    @Test
    void aCommitmentLessSureThanThePolicysBoundInterruptsNobodyUntilAPersonDecided() {
        // Given
        Samples.Builder unsure = promise("p").due(DUE).confidence(0.79);
        Samples.Builder sure = promise("p").due(DUE).confidence(0.8);

        // When
        Decision kept = look(unsure.build(), List.of(), LATE);
        Decision shown = look(sure.build(), List.of(), LATE);
        Decision lower =
                POLICY.withInterruptFrom(0.5)
                        .decide(
                                Subject.of(unsure.build(), List.of()),
                                Standing.settled(List.of(), LATE),
                                LATE);
        Decision decided =
                look(
                        unsure.decisions(Samples.click("a1", ActionKind.ASSIGN, MADE)).build(),
                        List.of(),
                        LATE);

        // Then
        assertThat(only(kept).fresh()).isFalse();
        assertThat(only(shown).fresh()).isTrue();
        assertThat(only(lower).fresh()).isTrue();
        assertThat(only(decided).fresh()).isTrue();
    }

    @Test
    void aResolvedOneOpensAgainWhenTheCauseReturns() {
        // Given
        Decision late = look(REPORT.build(), List.of(), LATE);
        Commitment moved = promise("p").due(DUE.plus(Duration.ofDays(5))).touched(LATE).build();
        Decision resolved = look(moved, late.escalations(), LATE);

        // When
        Instant again = DUE.plus(Duration.ofDays(5)).plusSeconds(1);
        Decision open = look(moved, resolved.escalations(), again);

        // Then
        assertThat(resolved.escalations())
                .extracting(Escalation::words)
                .extracting(Escalation.Words::why)
                .contains("It has another date now.");
        assertThat(open.escalations())
                .filteredOn(e -> e.reason() == EscalationReason.OVERDUE)
                .extracting(Escalation::state)
                .containsExactly(new Escalation.State.Open(again));
    }

    @Test
    void wordsThatWereErasedVanishFromResolvedOnesToo() {
        // Given
        Commitment done = promise("p").due(DUE).state(CommitmentState.FULFILLED).build();
        Decision resolved = look(done, look(REPORT.build(), List.of(), LATE).escalations(), LATE);

        // When
        Commitment edited =
                promise("p")
                        .due(DUE)
                        .state(CommitmentState.FULFILLED)
                        .words("send it", "will do")
                        .build();
        Decision after = look(edited, resolved.escalations(), LATE.plusSeconds(9));

        // Then
        assertThat(only(after).words().quote()).isEqualTo("will do");
        assertThat(only(after).state()).isEqualTo(only(resolved).state());
    }

    @Test
    void theOwnerIsWhoCarriesItNow() {
        // Given
        Commitment subject = REPORT.build();

        // When
        Decision decision = look(subject, List.of(), LATE);

        // Then
        assertThat(only(decision).owner()).isEqualTo(ANA);
        assertThat(only(decision).subject().mention())
                .isEqualTo(subject.evidence().get(0).evidence().mention());
    }

    private static Decision look(Commitment commitment, List<Escalation> standing, Instant now) {
        return POLICY.decide(
                Subject.of(commitment, List.of()), Standing.settled(standing, now), now);
    }

    private static Escalation only(Decision decision) {
        assertThat(decision.escalations()).hasSize(1);
        return decision.escalations().get(0);
    }
}
