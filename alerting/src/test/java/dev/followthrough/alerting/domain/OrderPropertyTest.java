package dev.followthrough.alerting.domain;

import static dev.followthrough.alerting.Samples.BEN;
import static dev.followthrough.alerting.Samples.MADE;
import static dev.followthrough.alerting.Samples.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.followthrough.alerting.Samples;
import dev.followthrough.contracts.model.Commitment;
import dev.followthrough.contracts.model.CommitmentState;
import dev.followthrough.contracts.model.DealStage;
import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationId;
import dev.followthrough.contracts.model.Handoff;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What is escalated depends on the subjects and the clock, never on the order in which they were
 * seen or how often.
 */
class OrderPropertyTest {
    private static final EscalationPolicy POLICY = EscalationPolicy.standard();
    private static final Handoff WON =
            Samples.deal(DealStage.WON, MADE.plus(Duration.ofDays(1)), List.of());

    @Property(tries = 300)
    void anyOrderOfTheSameSubjectsEndsInTheSameEscalations(
            @ForAll("ledgers") List<Commitment> ledger,
            @ForAll("instants") Instant now,
            @ForAll long seed) {
        // Given
        List<Commitment> shuffled = new ArrayList<>(ledger);
        Collections.shuffle(shuffled, new Random(seed));

        // When
        Map<EscalationId, Escalation> one = byId(POLICY.at(ledger, List.of(WON), now));
        Map<EscalationId, Escalation> other = byId(POLICY.at(shuffled, List.of(WON), now));

        // Then
        assertThat(other).isEqualTo(one);
    }

    @Property(tries = 300)
    void decidingAgainAtTheSameInstantChangesNothing(
            @ForAll("ledgers") List<Commitment> ledger, @ForAll("instants") Instant now) {
        for (Commitment commitment : ledger) {
            // Given
            Subject subject = Subject.of(commitment, List.of(WON));
            Decision first = POLICY.decide(subject, Standing.settled(List.of(), now), now);

            // When
            Decision second =
                    POLICY.decide(subject, Standing.settled(first.escalations(), now), now);

            // Then
            assertThat(second).isEqualTo(first);
        }
    }

    @Property(tries = 300)
    void lookingOnlyWhenToldToEndsInTheSameAsLookingAllTheTime(
            @ForAll("commitments") Commitment commitment) {
        // Given
        Instant end = MADE.plus(Duration.ofDays(40));

        // When
        Subject subject = Subject.of(commitment, List.of(WON));
        Decision told = POLICY.decide(subject, Standing.settled(List.of(), MADE), MADE);
        Decision always = told;
        for (Instant now = MADE; !now.isAfter(end); now = now.plus(Duration.ofHours(1))) {
            while (told.nextLook() != null && !told.nextLook().isAfter(now)) {
                told =
                        POLICY.decide(
                                subject,
                                Standing.settled(told.escalations(), now),
                                told.nextLook());
            }
            always = POLICY.decide(subject, Standing.settled(always.escalations(), now), now);
            // Then
            assertThat(standing(told)).isEqualTo(standing(always));
        }
    }

    @Provide
    Arbitrary<List<Commitment>> ledgers() {
        return commitments().list().ofMinSize(1).ofMaxSize(8).map(OrderPropertyTest::distinct);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(0, 40 * 24)
                .map(hours -> MADE.plus(Duration.ofHours(hours)));
    }

    @Provide
    Arbitrary<Commitment> commitments() {
        Arbitrary<Integer> due = Arbitraries.integers().between(-1, 30);
        Arbitrary<Integer> touched = Arbitraries.integers().between(0, 10);
        Arbitrary<Integer> shape = Arbitraries.integers().between(0, 63);
        return Combinators.combine(Arbitraries.integers().between(0, 999), due, touched, shape)
                .as(OrderPropertyTest::commitment);
    }

    private static Commitment commitment(int name, int dueDays, int touchedDays, int shape) {
        Samples.Builder builder =
                promise("p" + name).touched(MADE.plus(Duration.ofDays(touchedDays)));
        builder.due(dueDays < 0 ? null : MADE.plus(Duration.ofDays(dueDays)));
        if ((shape & 1) > 0) {
            builder.nobody();
        }
        if ((shape & 2) > 0) {
            builder.contradicted(MADE.plus(Duration.ofDays(3)));
        }
        if ((shape & 4) > 0) {
            builder.snoozed(MADE.plus(Duration.ofDays(12)));
        }
        if ((shape & 8) > 0) {
            builder.acknowledged(MADE.plus(Duration.ofDays(9)));
        }
        if ((shape & 16) > 0) {
            builder.owner(BEN);
        }
        return builder.state((shape & 32) > 0 ? CommitmentState.WITHDRAWN : CommitmentState.OPEN)
                .build();
    }

    private static List<Commitment> distinct(List<Commitment> commitments) {
        Map<String, Commitment> byId = new TreeMap<>();
        commitments.forEach(commitment -> byId.putIfAbsent(commitment.id().value(), commitment));
        return List.copyOf(byId.values());
    }

    private static Map<EscalationId, Escalation> byId(List<Escalation> escalations) {
        Map<EscalationId, Escalation> byId = new TreeMap<>();
        escalations.forEach(
                escalation -> assertThat(byId.put(escalation.id(), escalation)).isNull());
        return byId;
    }

    /** Reason, kind of state and step: an instant of opening is when somebody looked. */
    private static List<String> standing(Decision decision) {
        return decision.escalations().stream()
                .map(e -> e.reason() + " " + e.state().getClass().getSimpleName() + " " + e.step())
                .toList();
    }
}
