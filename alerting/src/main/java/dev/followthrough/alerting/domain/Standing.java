package dev.followthrough.alerting.domain;

import dev.followthrough.contracts.model.Escalation;
import dev.followthrough.contracts.model.EscalationReason;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands about a subject before a look.
 *
 * @param escalations at most one a reason, resolved ones too
 * @param settles first instant at which something new may open: some time after the subject's last
 *     change
 */
public record Standing(List<Escalation> escalations, Instant settles) {
    public Standing {
        escalations = List.copyOf(escalations);
    }

    /** What stands about a subject that does not have to settle. */
    public static Standing settled(List<Escalation> escalations, Instant now) {
        return new Standing(escalations, now);
    }

    Optional<Escalation> of(EscalationReason reason) {
        return escalations.stream().filter(escalation -> escalation.reason() == reason).findFirst();
    }
}
