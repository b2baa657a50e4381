package dev.followthrough.alerting.domain;

import static dev.followthrough.alerting.Samples.some;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.followthrough.contracts.model.EscalationReason;
import dev.followthrough.contracts.model.Severity;
import dev.followthrough.contracts.model.Side;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

class PolicyFileTest {
    @Test
    void theBundledPolicyHoldsTheDefinitionsThatQualityIsMeasuredWith() {
        // When
        EscalationPolicy policy = EscalationPolicy.standard();

        // Then
        assertThat(policy.unownedAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(policy.staleAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.dueSoonWithin()).isEqualTo(Duration.ofHours(48));
        assertThat(policy.sides()).containsExactly(Side.OURS);
        assertThat(policy.rules().values()).allMatch(ReasonRule::enabled);
        assertThat(policy.routing().otherwise()).isEqualTo("terminal:");
    }

    @Test
    void everyKeyIsRead() {
        // Given
        String yaml =
                """
                zone: Europe/London
                settling: 30s
                interrupt_from: 0.65
                fresh_for: 12h
                alert_from: 2026-01-31T00:00:00Z
                sides: [ours, unknown]
                reasons:
                  unowned: { after: 4h, severity: info, raise: [{ after: 1d, severity: warning }, { after: 2d, severity: critical }] }
                  stale: { enabled: false }
                  due_soon: { within: 24h }
                routing:
                  default: "slack:C0AAAAAAA"
                  routes:
                    - { account: Acme, reason: overdue, to: "slack:C0BBBBBBB" }
                hours: { start: "08:00", end: "18:00", days_off: [saturday, sunday], holidays: [2026-12-25] }
                budget: { per_person_per_day: 2, digest_at: "08:30" }
                """;

        // When
        EscalationPolicy policy = EscalationPolicy.parse("p.yaml", yaml);

        // Then
        assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(policy.settling()).isEqualTo(Duration.ofSeconds(30));
        assertThat(policy.interruptFrom()).isEqualTo(0.65);
        assertThat(policy.alertFrom()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        assertThat(policy.sides()).containsExactlyInAnyOrder(Side.OURS, Side.UNKNOWN);
        assertThat(policy.unownedAfter()).isEqualTo(Duration.ofHours(4));
        assertThat(policy.rule(EscalationReason.UNOWNED).raises()).hasSize(2);
        assertThat(policy.rule(EscalationReason.UNOWNED).severity()).isEqualTo(Severity.INFO);
        assertThat(policy.rule(EscalationReason.STALE).enabled()).isFalse();
        assertThat(policy.staleAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.routing().routes()).hasSize(1);
        assertThat(policy.hours().holidays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(policy.budget()).isEqualTo(new Budget(2, LocalTime.of(8, 30)));
    }

    @Test
    void everyMistakeIsNamedAtOnceWithItsPlace() {
        // Given
        String yaml =
                """
                zone: Europe/Lundon
                setling: 1m
                reasons:
                  stale:
                    after: seven days
                  overdue:
                    raise:
                      - { after: 2d }
                      - { after: 1d, severity: loud }
                routing:
                  routes:
                    - { to: "#sales" }
                hours: { start: "18:00", end: "08:00" }
                budget: 5
                """;

        // When
        PolicyRefused refused =
                catchThrowableOfType(
                        PolicyRefused.class, () -> EscalationPolicy.parse("p.yaml", yaml));

        // Then
        assertThat(some(refused.getMessage()).lines())
                .containsExactlyInAnyOrder(
                        "p.yaml:1:7: zone must be an IANA zone such as Europe/London, was 'Europe/Lundon'",
                        "p.yaml:2:1: setling must be a known key, one of alert_from, budget, fresh_for, hours, interrupt_from, reasons, routing, settling, sides, zone, was '1m'",
                        "p.yaml:5:12: reasons.stale.after must be a whole number of s, m, h or d, such as 48h, was 'seven days'",
                        "p.yaml:9:18: reasons.overdue.raise[1].after must be there and longer than the one before, was '1d'",
                        "p.yaml:9:32: reasons.overdue.raise[1].severity must be one of info, warning, critical, was 'loud'",
                        "p.yaml:12:13: routing.routes[0].to must come with account, owner, side or reason; what fits everything is routing.default, was '#sales'",
                        "p.yaml:12:13: routing.routes[0].to must be slack:<channel id> or terminal:, was '#sales'",
                        "p.yaml:13:31: hours.end must not come before start, was '08:00'",
                        "p.yaml:14:9: budget must be a map of keys and values, was '5'");
    }

    @Test
    void whatIsNotYamlIsNamedWithItsPlace() {
        // When
        PolicyRefused refused =
                catchThrowableOfType(
                        PolicyRefused.class,
                        () -> EscalationPolicy.parse("p.yaml", "zone: [UTC\nsettling: 1m\n"));

        // Then
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.getMessage())
                .startsWith("p.yaml:2:9: policy must be readable YAML, was '")
                .doesNotContain("\n");
    }

    @Test
    void aKeyThatOccursTwiceIsRefused() {
        // When
        PolicyRefused refused =
                catchThrowableOfType(
                        PolicyRefused.class,
                        () -> EscalationPolicy.parse("p.yaml", "settling: 1m\nsettling: 2m\n"));

        // Then
        assertThat(refused.getMessage())
                .isEqualTo("p.yaml:2:1: settling must occur once, was '2m'");
    }
}
