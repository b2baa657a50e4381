package dev.followthrough.alerting.domain;

import static dev.followthrough.alerting.Samples.ANA;
import static dev.followthrough.alerting.Samples.MADE;
import static dev.followthrough.alerting.Samples.deal;
import static dev.followthrough.alerting.Samples.promise;
import static dev.followthrough.alerting.Samples.request;
import static dev.followthrough.contracts.model.EscalationReason.CONFLICT;
import static dev.followthrough.contracts.model.EscalationReason.DUE_SOON;
import static dev.followthrough.contracts.model.EscalationReason.HANDOFF_GAP;
import static dev.followthrough.contracts.model.EscalationReason.OVERDUE;
import static dev.followthrough.contracts.model.EscalationReason.STALE;
import static dev.followthrough.contracts.model.EscalationReason.UNOWNED;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.Samples;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Doer;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Handoff;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.Side;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class EscalationPolicyTest {
    private static final EscalationPolicy POLICY = EscalationPolicy.standard();

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(
            resources = "/six-deals.csv",
            useHeadersInDisplayName = false,
            numLinesToSkip = 1)
    void theSixDealStoriesEscalateAsTheirGoldSays(
            String story,
            String commitment,
            Instant asOf,
            String side,
            String status,
            String promisor,
            String owner,
            Instant made,
            Instant touched,
            Instant due,
            String conflict,
            String stage,
            String expected) {
        // Given
        Samples.Builder given =
                promise(story + commitment)
                        .made(made)
                        .touched(touched)
                        .due(due)
                        .side(Side.valueOf(side.toUpperCase(java.util.Locale.ROOT)));
        given.state(CommitmentState.valueOf(status.toUpperCase(java.util.Locale.ROOT)));
        given.promisor(doer(promisor)).owner(owner.equals("owner") ? ANA : null);
        Commitment subject = (conflict == null ? given : given.contradicted(made)).build();
        Handoff handoff =
                deal(stage.equals("won") ? DealStage.WON : DealStage.OPEN, made, List.of());

        // When
        List<Escalation> escalations = POLICY.at(List.of(subject), List.of(handoff), asOf);

        // Then
        assertThat(escalations.stream().map(e -> e.reason().name()).sorted().toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest(name = "{0} is escalated after {1}: {2}")
    @CsvSource({
        "UNOWNED, PT24H, false",
        "UNOWNED, PT24H0.001S, true",
        "STALE, PT168H, false",
        "STALE, PT168H0.001S, true",
        "STALE, PT240H, true",
        "STALE, PT240H0.001S, false",
        "DUE_SOON, PT191H59M59S, false",
        "DUE_SOON, PT192H, true",
        "DUE_SOON, PT240H, true",
        "DUE_SOON, PT240H0.001S, false",
        "OVERDUE, PT240H, false",
        "OVERDUE, PT240H0.001S, true",
    })
    void thresholdsAreTheDefinitionsTo(EscalationReason reason, Duration after, boolean expected) {
        // Given
        Commitment subject = promise("p").nobody().noDeal().dueAfter(Duration.ofDays(10)).build();

        // When
        List<Escalation> escalations = POLICY.at(List.of(subject), List.of(), MADE.plus(after));

        // Then
        assertThat(reasons(escalations).contains(reason)).isEqualTo(expected);
    }

    @Test
    void aTeamWithoutOwnerIsAGapAfterTheDealIsWonButNotUnowned() {
        // Given
        Commitment subject =
                promise("p").promisor(new Doer.Team("product team")).owner(null).build();
        Handoff won = deal(DealStage.WON, MADE, List.of());

        // When
        List<Escalation> escalations =
                POLICY.at(List.of(subject), List.of(won), MADE.plus(Duration.ofDays(2)));

        // Then
        assertThat(reasons(escalations)).containsExactly(HANDOFF_GAP);
        assertThat(escalations.get(0).words().why())
                .isEqualTo(
                        "Acme rollout is won; promised by product team, nobody in particular owns it.");
    }

    @Test
    void aRequestThatWasNeverAnsweredIsAGapOfTheDealOnceItIsWon() {
        // Given
        var asked = request("r", MADE, "does the roof warranty cover hail?");

        // When
        List<Escalation> open =
                POLICY.at(List.of(), List.of(deal(DealStage.OPEN, null, List.of(asked))), MADE);
        List<Escalation> won =
                POLICY.at(
                        List.of(),
                        List.of(deal(DealStage.WON, MADE.plusSeconds(60), List.of(asked))),
                        MADE);

        // Then
        assertThat(open).isEmpty();
        assertThat(won).hasSize(1);
        assertThat(won.get(0).subject().commitment()).isNull();
        assertThat(won.get(0).words().quote()).isEqualTo("does the roof warranty cover hail?");
    }

    @Test
    void whatIsClosedOrTheCustomersIsNeverEscalated() {
        // Given
        Samples.Builder late =
                promise("p").nobody().dueAfter(Duration.ofDays(1)).contradicted(MADE);
        List<Commitment> subjects =
                List.of(
                        late.state(CommitmentState.FULFILLED).build(),
                        late.state(CommitmentState.WITHDRAWN).build(),
                        late.state(CommitmentState.DISMISSED).build(),
                        late.state(CommitmentState.OPEN).side(Side.CUSTOMER).build(),
                        late.side(Side.UNKNOWN).build());

        // When
        List<Escalation> escalations =
                POLICY.at(
                        subjects,
                        List.of(deal(DealStage.WON, MADE, List.of())),
                        MADE.plus(Duration.ofDays(30)));

        // Then
        assertThat(escalations).isEmpty();
    }

    @Test
    void theWordsNameWorkDatesAndTheNextStep() {
        // Given
        Commitment subject = promise("p").due(Instant.parse("2026-03-06T23:59:59Z")).build();

        // When
        List<Escalation> escalations =
                POLICY.at(List.of(subject), List.of(), Instant.parse("2026-03-09T09:00:00Z"));

        // Then
        Escalation overdue = escalations.get(0);
        assertThat(overdue.id().value()).isEqualTo("overdue:" + subject.id());
        assertThat(overdue.words().what()).isEqualTo("send the report");
        assertThat(overdue.words().why())
                .isEqualTo(
                        "Was due Fri 6 Mar 2026 (Europe/London); nothing says that it was done.");
        assertThat(overdue.words().quote()).isEqualTo("I'll send you the report by Friday");
        assertThat(overdue.words().next())
                .isEqualTo("Deliver it now, or agree a new date with the customer.");
        assertThat(overdue.owner()).isEqualTo(ANA);
        assertThat(overdue.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(overdue.step()).isEqualTo(1);
    }

    @Test
    void aSecondStatementThatDisagreesIsAConflict() {
        // Given
        Commitment subject = promise("p").contradicted(MADE.plusSeconds(60)).build();

        // When
        List<Escalation> escalations =
                POLICY.at(List.of(subject), List.of(), MADE.plusSeconds(120));

        // Then
        assertThat(reasons(escalations)).containsExactly(CONFLICT);
        assertThat(escalations.get(0).words().why())
                .isEqualTo(
                        "Stated out of scope on Mon 2 Mar 2026: “reports are not part of the order”");
    }

    @Test
    void reasonsComeInOneOrder() {
        // Given
        Commitment subject =
                promise("p").nobody().due(MADE.plus(Duration.ofDays(9))).contradicted(MADE).build();

        // When
        List<Escalation> escalations =
                POLICY.at(
                        List.of(subject),
                        List.of(deal(DealStage.WON, MADE, List.of())),
                        MADE.plus(Duration.ofDays(8)));

        // Then
        assertThat(reasons(escalations))
                .containsExactly(UNOWNED, STALE, DUE_SOON, CONFLICT, HANDOFF_GAP);
        assertThat(reasons(escalations)).doesNotContain(OVERDUE);
    }

    private static Doer doer(String kind) {
        return switch (kind) {
            case "nobody" -> new Doer.Nobody();
            case "team" -> new Doer.Team("product team");
            default -> new Doer.Person(ANA);
        };
    }

    private static List<EscalationReason> reasons(List<Escalation> escalations) {
        return escalations.stream().map(Escalation::reason).toList();
    }
}
